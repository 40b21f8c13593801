//! The constants of `sys`.

use crate::struct_sequence::{StructSequence, instance};
use gilscope_vm::object::ModuleObject;
use gilscope_vm::value::ModuleId;
use gilscope_vm::{Interp, Value};

const VERSION_INFO: StructSequence = StructSequence {
    name: "version_info",
    module: "sys",
    fields: &["major", "minor", "micro", "releaselevel", "serial"],
};

const FLAGS: StructSequence = StructSequence {
    name: "flags",
    module: "sys",
    fields: &[
        "debug",
        "inspect",
        "interactive",
        "optimize",
        "dont_write_bytecode",
        "no_user_site",
        "no_site",
        "ignore_environment",
        "verbose",
        "bytes_warning",
        "quiet",
        "hash_randomization",
        "isolated",
        "dev_mode",
        "utf8_mode",
        "warn_default_encoding",
        "safe_path",
        "int_max_str_digits",
    ],
};

const FLOAT_INFO: StructSequence = StructSequence {
    name: "float_info",
    module: "sys",
    fields: &[
        "max",
        "max_exp",
        "max_10_exp",
        "min",
        "min_exp",
        "min_10_exp",
        "dig",
        "mant_dig",
        "epsilon",
        "radix",
        "rounds",
    ],
};

const INT_INFO: StructSequence = StructSequence {
    name: "int_info",
    module: "sys",
    fields: &["bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"],
};

const HASH_INFO: StructSequence = StructSequence {
    name: "hash_info",
    module: "sys",
    fields: &["width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"],
};

const THREAD_INFO: StructSequence =
    StructSequence { name: "thread_info", module: "sys", fields: &["name", "lock", "version"] };

const HEX_VERSION: i64 = 0x030d_00f0;

/// Bind the constants.
pub(super) fn install(interp: &mut Interp, module: ModuleId) {
    let texts = [
        ("version", "3.13.0 (gilscope)"),
        ("platform", "linux"),
        ("byteorder", "little"),
        ("executable", ""),
        ("prefix", "/usr"),
        ("base_prefix", "/usr"),
        ("exec_prefix", "/usr"),
        ("float_repr_style", "short"),
        ("platlibdir", "lib"),
        ("abiflags", ""),
        ("copyright", "gilscope, a virtual machine for the Python language"),
    ];
    for (name, text) in texts {
        let value = interp.str(text);
        interp.set_global(module, name, value);
    }
    let numbers =
        [("maxsize", i64::MAX), ("maxunicode", 0x10_ffff), ("hexversion", HEX_VERSION), ("api_version", 1013)];
    for (name, number) in numbers {
        interp.set_global(module, name, Value::Int(number));
    }
    interp.set_global(module, "dont_write_bytecode", Value::True);
    let arguments = interp.arguments;
    interp.set_global(module, "argv", arguments);
    for name in ["orig_argv", "warnoptions", "meta_path", "path_hooks"] {
        let list = interp.heap.new_list(Vec::new());
        interp.set_global(module, name, list);
    }
    install_sequences(interp, module);
}

fn install_sequences(interp: &mut Interp, module: ModuleId) {
    let int = Value::Int;
    let release = interp.heap.new_str("final");
    let version = bind(interp, module, &VERSION_INFO, &[int(3), int(13), int(0), release, int(0)]);
    let mut flags = [int(0); 18];
    flags[4] = int(1);
    flags[13] = Value::False;
    flags[16] = Value::False;
    flags[17] = int(4300);
    bind(interp, module, &FLAGS, &flags);
    let float = Value::float;
    let float_info = [
        float(f64::MAX),
        int(1024),
        int(308),
        float(f64::MIN_POSITIVE),
        int(-1021),
        int(-307),
        int(15),
        int(53),
        float(f64::EPSILON),
        int(2),
        int(1),
    ];
    bind(interp, module, &FLOAT_INFO, &float_info);
    bind(interp, module, &INT_INFO, &[int(30), int(4), int(4300), int(640)]);
    let algorithm = interp.heap.new_str("siphash13");
    let modulus = int((1 << 61) - 1);
    let hash_info = [int(64), modulus, int(314_159), int(0), int(1_000_003), algorithm, int(64), int(128), int(0)];
    bind(interp, module, &HASH_INFO, &hash_info);
    let thread_info = ["pthread", "semaphore", ""].map(|t| interp.str(t));
    bind(interp, module, &THREAD_INFO, &thread_info);
    let implementation =
        interp.heap.modules.alloc(ModuleObject { name: "implementation".into(), ..Default::default() });
    let (name, tag) = (interp.heap.new_str("cpython"), interp.heap.new_str("cpython-313"));
    let rows = [("name", name), ("cache_tag", tag), ("version", version), ("hexversion", int(HEX_VERSION))];
    for (name, value) in rows {
        interp.set_global(implementation, name, value);
    }
    interp.set_global(module, "implementation", Value::Module(implementation));
}

fn bind(interp: &mut Interp, module: ModuleId, kind: &StructSequence, values: &[Value]) -> Value {
    let class = kind.class(interp);
    let value = instance(interp, class, values);
    interp.set_global(module, kind.name, value);
    value
}
