"""Planets: floats in the attributes of a few objects."""
# size: 200000, quick 2500

import sys


class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x, self.y, self.z = x, y, z
        self.vx, self.vy, self.vz = vx, vy, vz
        self.mass = mass


def advance(pairs, bodies, dt, n):
    for _ in range(n):
        for a, b in pairs:
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            mag = dt * ((dx * dx + dy * dy + dz * dz) ** -1.5)
            bm = b.mass * mag
            am = a.mass * mag
            a.vx -= dx * bm
            a.vy -= dy * bm
            a.vz -= dz * bm
            b.vx += dx * am
            b.vy += dy * am
            b.vz += dz * am
        for body in bodies:
            body.x += dt * body.vx
            body.y += dt * body.vy
            body.z += dt * body.vz


def energy(pairs, bodies):
    e = sum(b.mass * (b.vx ** 2 + b.vy ** 2 + b.vz ** 2) / 2 for b in bodies)
    for a, b in pairs:
        e -= a.mass * b.mass / ((a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2) ** 0.5
    return e


bodies = [
    Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.47),
    Body(4.84, -1.16, -0.10, 0.606, 2.81, -0.02, 0.037),
    Body(8.34, 4.12, -0.4, -1.01, 1.82, 0.008, 0.011),
    Body(12.89, -15.11, -0.22, 1.08, 0.868, -0.01, 0.0017),
]
pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1 :]]
advance(pairs, bodies, 0.01, int(sys.argv[1]))
print(f"{energy(pairs, bodies):.9f}")
