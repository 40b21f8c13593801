//! Tables of text.

use crate::look::{left, right, width};

/// Rows of cells, in columns as wide as they need to be; numbers to the right, the first column to the left.
pub fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max();
    let widths: Vec<usize> = (0..columns).map(|column| widest(column).unwrap_or(0)).collect();
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths).enumerate();
        let cells: Vec<String> = cells
            .map(|(column, (cell, width))| match column {
                0 => left(cell, *width),
                _ => right(cell, *width),
            })
            .collect();
        text.push_str(cells.join("  ").trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let rows = [["lock", "taken"], ["balance", "7"]].map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(table(&rows), "lock     taken\nbalance      7\n");
    }
}
