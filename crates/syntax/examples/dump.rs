//! Writes `FILE.ours`, the tree with places, for each file given as `FILE=OUT`.
fn main() {
    for arg in std::env::args().skip(1) {
        let (file, out) = arg.split_once('=').unwrap();
        let text = gilscope_syntax::decode(&std::fs::read(file).unwrap(), file).unwrap();
        match gilscope_syntax::parse(&text) {
            Ok(m) => std::fs::write(out, gilscope_syntax::dump_with_places(&m, &text)).unwrap(),
            Err(e) => println!("{file}: {e:?}"),
        }
    }
}
