//! Where the panes are.

use ratatui::layout::Rect;

/// The place of each pane; an empty one has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Places {
    pub status: Rect,
    pub source: Rect,
    pub threads: Rect,
    pub timeline: Rect,
    pub stack: Rect,
    pub values: Rect,
    pub output: Rect,
    pub why: Rect,
    pub footer: Rect,
}

/// Below these sizes only the most important panes are shown.
const LEAST_WIDTH: u16 = 50;
const LEAST_HEIGHT: u16 = 18;

impl Places {
    /// Shares out a terminal. `lanes` is how many lanes the timeline would like to have.
    pub fn share(area: Rect, lanes: usize) -> Places {
        let mut rest = area;
        let status = top(&mut rest, 1);
        let footer = bottom(&mut rest, 1);
        let why = bottom(&mut rest, if area.height >= 40 { 5 } else { 3 });
        if area.width < LEAST_WIDTH || area.height < LEAST_HEIGHT {
            return Places { status, footer, why, source: rest, ..Places::default() };
        }
        let height = rest.height;
        let lower = bottom(&mut rest, (height * 3 / 10).max(5));
        let wanted = u16::try_from(lanes).unwrap_or(u16::MAX).saturating_add(3);
        let timeline = bottom(&mut rest, wanted.clamp(5, (height / 4).max(5)));
        let (source, threads) = split(rest, area.width * 55 / 100);
        let (stack, right) = split(lower, area.width * 36 / 100);
        let (values, output) = split(right, right.width / 2);
        Places { status, source, threads, timeline, stack, values, output, why, footer }
    }
}

fn top(rest: &mut Rect, height: u16) -> Rect {
    let height = height.min(rest.height);
    let taken = Rect { height, ..*rest };
    rest.y += height;
    rest.height -= height;
    taken
}

fn bottom(rest: &mut Rect, height: u16) -> Rect {
    let height = height.min(rest.height);
    rest.height -= height;
    Rect { y: rest.y + rest.height, height, ..*rest }
}

fn split(area: Rect, width: u16) -> (Rect, Rect) {
    let width = width.min(area.width);
    (Rect { width, ..area }, Rect { x: area.x + width, width: area.width - width, ..area })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn panes(places: &Places) -> [Rect; 9] {
        let p = places;
        [p.status, p.source, p.threads, p.timeline, p.stack, p.values, p.output, p.why, p.footer]
    }

    #[test]
    fn panes_fill_any_terminal_and_never_overlap() {
        for (width, height) in [(80, 24), (200, 60), (50, 18), (49, 18), (80, 10), (20, 4), (3, 1), (0, 0)] {
            let area = Rect { x: 0, y: 0, width, height };
            for lanes in [0, 3, 100] {
                let panes = panes(&Places::share(area, lanes));
                let covered: u32 = panes.iter().map(|pane| pane.area()).sum();
                assert_eq!(covered, area.area(), "{width}×{height}");
                assert!(panes.iter().all(|pane| pane.is_empty() || area.union(*pane) == area));
                let overlap = |a: &Rect, b: &Rect| !a.is_empty() && !b.is_empty() && a.intersects(*b);
                assert!(!(0..9).any(|i| (0..i).any(|j| overlap(&panes[i], &panes[j]))));
            }
        }
    }
}
