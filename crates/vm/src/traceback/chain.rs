//! Causes, contexts and groups: the tree of exceptions in a report, and the margins of groups.

use super::{Messages, ReportOptions, format_entries};
use crate::exceptions::BASE_EXCEPTION_GROUP;
use crate::interp::Interp;
use crate::value::{ExceptionId, Value};
use rustc_hash::FxHashSet;
use std::fmt::Write;
use std::sync::Arc;

const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";
const MAX_GROUP_WIDTH: usize = 15;
const MAX_GROUP_DEPTH: usize = 10;

/// An exception and where in the list its relations are.
pub(super) struct Node {
    pub(super) exception: ExceptionId,
    cause: Option<usize>,
    context: Option<usize>,
    /// Of a group.
    members: Option<Vec<usize>>,
}

/// `exception` and what belongs to it, itself first. Each exception is in the list at most once as cause or context.
pub(super) fn nodes(interp: &Interp, exception: ExceptionId, with_chain: bool) -> Vec<Node> {
    let mut list = vec![node(exception)];
    let mut seen = FxHashSet::from_iter([exception]);
    let mut queue = vec![0];
    while let Some(place) = queue.pop() {
        let object = &interp.heap.exceptions[list[place].exception];
        let mut add = |list: &mut Vec<Node>, value: Value| match value {
            Value::Exception(id) if with_chain && seen.insert(id) => {
                list.push(node(id));
                Some(list.len() - 1)
            }
            _ => None,
        };
        let cause = add(&mut list, object.cause);
        let context = match cause {
            None if !object.suppress_context => add(&mut list, object.context),
            _ => None,
        };
        let members = members(interp, list[place].exception).map(|members| {
            members
                .into_iter()
                .map(|id| {
                    seen.insert(id);
                    list.push(node(id));
                    list.len() - 1
                })
                .collect::<Vec<_>>()
        });
        queue.extend(cause.iter().chain(&context).chain(members.iter().flatten()));
        let node = &mut list[place];
        (node.cause, node.context, node.members) = (cause, context, members);
        // A group that holds itself through its members would never end.
        if list.len() > 100_000 {
            break;
        }
    }
    list
}

fn node(exception: ExceptionId) -> Node {
    Node { exception, cause: None, context: None, members: None }
}

/// The exceptions of a group.
fn members(interp: &Interp, exception: ExceptionId) -> Option<Vec<ExceptionId>> {
    let object = &interp.heap.exceptions[exception];
    if !interp.is_subclass(object.class, BASE_EXCEPTION_GROUP) {
        return None;
    }
    let Value::Tuple(args) = object.args else { return None };
    let items = match interp.heap.tuple(args).get(1).map(|&v| interp.payload(v))? {
        Value::List(id) => interp.heap.lists[id].items.as_slice(),
        Value::Tuple(id) => interp.heap.tuple(id),
        _ => return None,
    };
    Some(items.iter().filter_map(|v| if let Value::Exception(id) = v { Some(*id) } else { None }).collect())
}

/// The report being written.
struct Report<'r> {
    interp: &'r mut Interp,
    messages: &'r Messages,
    options: ReportOptions,
    nodes: Vec<Node>,
    out: String,
    group_depth: usize,
    /// The last member of a group has been written, its closing line has not.
    need_close: bool,
}

pub(super) fn render(
    interp: &mut Interp,
    exception: ExceptionId,
    messages: &Messages,
    options: ReportOptions,
) -> String {
    let nodes = nodes(interp, exception, options.chain);
    let mut report = Report { interp, messages, options, nodes, out: String::new(), group_depth: 0, need_close: false };
    report.chain(0);
    report.out
}

impl Report<'_> {
    /// A node after what led to it.
    fn chain(&mut self, node: usize) {
        let mut steps = Vec::new();
        let mut next = Some(node);
        while let Some(place) = next {
            let node = &self.nodes[place];
            let (message, earlier) = match (node.cause, node.context) {
                (Some(cause), _) => (CAUSE, Some(cause)),
                (None, Some(context)) => (CONTEXT, Some(context)),
                (None, None) => ("", None),
            };
            steps.push((message, place));
            next = earlier;
        }
        for (message, place) in steps.into_iter().rev() {
            if !message.is_empty() {
                self.emit(message, '|');
            }
            match self.nodes[place].members.clone() {
                None => self.single(place),
                Some(_) if self.group_depth > MAX_GROUP_DEPTH => {
                    self.emit(&format!("... (max_group_depth is {MAX_GROUP_DEPTH})\n"), '|');
                }
                Some(members) => self.group(place, &members),
            }
        }
    }

    fn single(&mut self, place: usize) {
        self.stack(place, "Traceback (most recent call last):\n", '|');
        self.last_lines(place);
    }

    fn stack(&mut self, place: usize, title: &str, margin: char) {
        let mut entries = self.interp.traceback_entries(self.nodes[place].exception);
        match self.options.limit {
            Some(limit) if limit >= 0 => entries.truncate(limit as usize),
            Some(limit) => {
                let keep = limit.unsigned_abs() as usize;
                entries.drain(..entries.len().saturating_sub(keep));
            }
            None => {}
        }
        if entries.is_empty() {
            return;
        }
        self.emit(title, margin);
        let host = Arc::clone(&self.interp.host);
        let text = format_entries(&*host, &entries);
        self.emit(&text, '|');
    }

    fn last_lines(&mut self, place: usize) {
        let text = self.interp.render_exception_only(self.nodes[place].exception, self.messages);
        self.emit(&text, '|');
    }

    fn group(&mut self, place: usize, members: &[usize]) {
        let is_top = self.group_depth == 0;
        if is_top {
            self.group_depth = 1;
        }
        let margin = if is_top { '+' } else { '|' };
        self.stack(place, "Exception Group Traceback (most recent call last):\n", margin);
        self.last_lines(place);
        let count = members.len().min(MAX_GROUP_WIDTH + 1);
        self.need_close = false;
        for (index, &member) in members.iter().take(count).enumerate() {
            let is_last = index + 1 == count;
            if is_last {
                self.need_close = true;
            }
            self.member(index, member, members.len());
            if is_last && self.need_close {
                self.push_indent();
                self.out.push_str("+------------------------------------\n");
                self.need_close = false;
            }
            self.group_depth -= 1;
        }
        if is_top {
            self.group_depth = 0;
        }
    }

    /// One member with its title; leaves the depth one deeper.
    fn member(&mut self, index: usize, member: usize, total: usize) {
        let is_truncated = index >= MAX_GROUP_WIDTH;
        self.push_indent();
        self.out.push_str(if index == 0 { "+-" } else { "  " });
        let title = if is_truncated { "...".to_string() } else { (index + 1).to_string() };
        let _ = writeln!(self.out, "+---------------- {title} ----------------");
        self.group_depth += 1;
        if is_truncated {
            let remaining = total - MAX_GROUP_WIDTH;
            let plural = if remaining > 1 { "s" } else { "" };
            self.emit(&format!("and {remaining} more exception{plural}\n"), '|');
        } else {
            self.chain(member);
        }
    }

    fn push_indent(&mut self) {
        self.out.extend(std::iter::repeat_n(' ', 2 * self.group_depth));
    }

    /// Append text, each line behind the margin of the group it is in.
    fn emit(&mut self, text: &str, margin: char) {
        if self.group_depth == 0 {
            self.out.push_str(text);
            return;
        }
        for line in text.split_inclusive('\n') {
            self.push_indent();
            self.out.push(margin);
            self.out.push(' ');
            self.out.push_str(line);
        }
    }
}
