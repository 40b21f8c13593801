//! The instructions whose work is all done on the saved frame: those that seldom run, or take long anyhow.

use crate::code_store::LinkedCode;
use crate::exceptions::SYSTEM_ERROR;
use crate::interp::Interp;
use crate::native::Trap;
use crate::op::Op;
use crate::run::{attribute, build, call, exception, fast, generator, import, operator, with};
use crate::thread_state::ThreadState;

/// The pattern of these instructions. The run loop names them all: with a default its dispatch would compare once more.
macro_rules! saved_ops {
    () => {
        Op::LoadFastAndClear(_)
            | Op::LoadFastWide(_)
            | Op::StoreFastWide(_)
            | Op::DeleteFastWide(_)
            | Op::LoadName(_)
            | Op::StoreName(_)
            | Op::DeleteName(_)
            | Op::LoadLocals
            | Op::LoadFromDictOrGlobals(_)
            | Op::LoadFromDictOrDeref(_)
            | Op::MakeCell(_)
            | Op::CopyFreeVars(_)
            | Op::DeleteDeref(_)
            | Op::DeleteAttr(_)
            | Op::LoadSuperAttr { .. }
            | Op::DeleteSubscript
            | Op::BuildSlice(_)
            | Op::Invert
            | Op::GetYieldFromIter
            | Op::ReturnGenerator
            | Op::CleanupThrow
            | Op::CallEx(_)
            | Op::MakeFunction
            | Op::SetFunctionAttribute(_)
            | Op::BuildMap(_)
            | Op::BuildConstKeyMap(_)
            | Op::BuildString(_)
            | Op::ListExtend(_)
            | Op::SetUpdate(_)
            | Op::DictUpdate(_)
            | Op::DictMerge(_)
            | Op::UnpackEx(_, _)
            | Op::FormatSimple
            | Op::FormatWithSpec
            | Op::ConvertValue(_)
            | Op::ImportName(_)
            | Op::ImportFrom(_)
            | Op::BeforeWith
            | Op::WithExceptStart
            | Op::CheckExcMatch
            | Op::CheckEgMatch
            | Op::RaiseVarargs(_)
            | Op::Intrinsic1(_)
            | Op::Intrinsic2(_)
            | Op::SetupAnnotations
            | Op::Unsupported
    };
}

pub(crate) use saved_ops;

/// Run `op` of the top frame.
pub(crate) fn instruction(interp: &mut Interp, ts: &mut ThreadState, code: &LinkedCode, op: Op) -> Result<(), Trap> {
    match op {
        // These two are on the way of each thread to where it blocks, and it keeps what of its stack it has touched: apart
        // from the others they need half a kilobyte less of it.
        Op::BeforeWith => with::before_with(interp, ts),
        Op::CallEx(has_keywords) => match call::call_ex(interp, ts, has_keywords) {
            Ok(()) if interp.heap.is_minding => Err(Trap::Reload),
            result => result,
        },
        _ => other(interp, ts, code, op),
    }
}

#[inline(never)]
fn other(interp: &mut Interp, ts: &mut ThreadState, code: &LinkedCode, op: Op) -> Result<(), Trap> {
    match op {
        Op::LoadFastAndClear(local) => fast::load_and_clear(ts, code, local),
        Op::LoadFastWide(local) => fast::load_wide(interp, ts, code, local),
        Op::StoreFastWide(local) => fast::store_wide(ts, code, local),
        Op::DeleteFastWide(local) => fast::delete_wide(interp, ts, code, local),
        Op::LoadName(name) => attribute::load_name(interp, ts, code, name),
        Op::StoreName(name) => attribute::store_name(interp, ts, code, name),
        Op::DeleteName(name) => attribute::delete_name(interp, ts, code, name),
        Op::LoadLocals => attribute::load_locals(ts, code),
        Op::LoadFromDictOrGlobals(name) => attribute::load_dict_or_global(interp, ts, code, name),
        Op::LoadFromDictOrDeref(local) => attribute::load_dict_or_deref(interp, ts, code, local),
        Op::MakeCell(local) => fast::make_cell(interp, ts, code, local),
        Op::CopyFreeVars(count) => fast::copy_free_vars(interp, ts, code, count),
        Op::DeleteDeref(local) => fast::delete_deref(interp, ts, code, local),
        Op::DeleteAttr(site) => attribute::delete_attr(interp, ts, site),
        Op::LoadSuperAttr { name, method } => attribute::load_super_attr(interp, ts, code.names[name as usize], method),
        Op::DeleteSubscript => operator::delete_subscript(interp, ts),
        Op::BuildSlice(count) => build::slice(interp, ts, count),
        Op::Invert => operator::unary(interp, ts, operator::Unary::Invert),
        Op::GetYieldFromIter => generator::get_yield_from_iter(interp, ts),
        Op::ReturnGenerator => generator::return_generator(interp, ts),
        Op::CleanupThrow => generator::cleanup_throw(interp, ts),
        Op::MakeFunction => build::function(interp, ts),
        Op::SetFunctionAttribute(which) => build::function_attribute(interp, ts, which),
        Op::BuildMap(count) => build::map(interp, ts, count),
        Op::BuildConstKeyMap(count) => build::const_key_map(interp, ts, count),
        Op::BuildString(count) => build::string(interp, ts, count),
        Op::ListExtend(depth) => build::list_extend(interp, ts, depth),
        Op::SetUpdate(depth) => build::set_update(interp, ts, depth),
        Op::DictUpdate(depth) => build::dict_update(interp, ts, depth),
        Op::DictMerge(depth) => build::dict_merge(interp, ts, depth),
        Op::UnpackEx(before, after) => build::unpack_ex(interp, ts, before, after),
        Op::FormatSimple => build::format_simple(interp, ts),
        Op::FormatWithSpec => build::format_with_spec(interp, ts),
        Op::ConvertValue(kind) => build::convert(interp, ts, kind),
        Op::ImportName(name) => import::import_name(interp, ts, code, name),
        Op::ImportFrom(name) => import::import_from(interp, ts, code.names[name as usize]),
        Op::WithExceptStart => with::except_start(interp, ts),
        Op::CheckExcMatch => exception::check_match(interp, ts),
        Op::CheckEgMatch => exception::check_group_match(interp, ts),
        Op::RaiseVarargs(count) => exception::raise_varargs(interp, ts, count),
        Op::Intrinsic1(number) => build::intrinsic1(interp, ts, code, number),
        Op::Intrinsic2(number) => build::intrinsic2(interp, ts, number),
        Op::SetupAnnotations => attribute::setup_annotations(interp, ts, code),
        // `Op::Unsupported`: all others have an arm in the run loop.
        _ => Err(interp.raise(SYSTEM_ERROR, "expression too complex")),
    }
}
