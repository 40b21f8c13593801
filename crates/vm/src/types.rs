//! The built-in types: one table, whose order gives each its `ClassId`.

use crate::object::Layout;
use crate::value::ClassId;

/// One row of the table.
pub struct BuiltinType {
    pub name: &'static str,
    pub module: &'static str,
    pub base: ClassId,
    pub layout: Layout,
    /// Whether a script may derive from it.
    pub is_base: bool,
}

macro_rules! builtin_types {
    ($( $constant:ident $name:literal $module:literal $base:ident $layout:ident $is_base:literal; )*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[repr(u64)]
        enum Number { $( $constant, )* }
        $( pub const $constant: ClassId = ClassId(Number::$constant as u64); )*
        /// Every built-in type except exceptions, in the order of the ids.
        pub const BUILTIN_TYPES: &[BuiltinType] = &[ $( BuiltinType {
            name: $name, module: $module, base: $base, layout: Layout::$layout, is_base: $is_base,
        }, )* ];
    };
}

builtin_types! {
    OBJECT "object" "" OBJECT Object true;
    TYPE "type" "" OBJECT Type true;
    INT "int" "" OBJECT Builtin true;
    BOOL "bool" "" INT Builtin false;
    FLOAT "float" "" OBJECT Builtin true;
    COMPLEX "complex" "" OBJECT Builtin true;
    STR "str" "" OBJECT Builtin true;
    BYTES "bytes" "" OBJECT Builtin true;
    BYTEARRAY "bytearray" "" OBJECT Builtin true;
    LIST "list" "" OBJECT Builtin true;
    TUPLE "tuple" "" OBJECT Builtin true;
    DICT "dict" "" OBJECT Builtin true;
    SET "set" "" OBJECT Builtin true;
    FROZENSET "frozenset" "" OBJECT Builtin true;
    RANGE "range" "" OBJECT Builtin false;
    SLICE "slice" "" OBJECT Builtin false;
    NONE_TYPE "NoneType" "" OBJECT Builtin false;
    ELLIPSIS_TYPE "ellipsis" "" OBJECT Builtin false;
    NOT_IMPLEMENTED_TYPE "NotImplementedType" "" OBJECT Builtin false;
    FUNCTION "function" "" OBJECT Builtin false;
    NATIVE "builtin_function_or_method" "" OBJECT Builtin false;
    METHOD_DESCRIPTOR "method_descriptor" "" OBJECT Builtin false;
    METHOD "method" "" OBJECT Builtin false;
    MODULE "module" "" OBJECT Builtin false;
    CELL "cell" "" OBJECT Builtin false;
    CODE "code" "" OBJECT Builtin false;
    GENERATOR "generator" "" OBJECT Builtin false;
    PROPERTY "property" "" OBJECT Builtin true;
    STATICMETHOD "staticmethod" "" OBJECT Builtin true;
    CLASSMETHOD "classmethod" "" OBJECT Builtin true;
    GETSET_DESCRIPTOR "getset_descriptor" "" OBJECT Builtin false;
    SUPER "super" "" OBJECT Builtin false;
    DICT_KEYS "dict_keys" "" OBJECT Builtin false;
    DICT_VALUES "dict_values" "" OBJECT Builtin false;
    DICT_ITEMS "dict_items" "" OBJECT Builtin false;
    MAPPINGPROXY "mappingproxy" "" OBJECT Builtin false;
    TRACEBACK "traceback" "" OBJECT Builtin false;
    FRAME "frame" "" OBJECT Builtin false;
    GENERIC_ALIAS "GenericAlias" "types" OBJECT Builtin false;
    LIST_ITERATOR "list_iterator" "" OBJECT Builtin false;
    LIST_REVERSEITERATOR "list_reverseiterator" "" OBJECT Builtin false;
    TUPLE_ITERATOR "tuple_iterator" "" OBJECT Builtin false;
    STR_ITERATOR "str_ascii_iterator" "" OBJECT Builtin false;
    BYTES_ITERATOR "bytes_iterator" "" OBJECT Builtin false;
    RANGE_ITERATOR "range_iterator" "" OBJECT Builtin false;
    LONGRANGE_ITERATOR "longrange_iterator" "" OBJECT Builtin false;
    DICT_KEYITERATOR "dict_keyiterator" "" OBJECT Builtin false;
    DICT_VALUEITERATOR "dict_valueiterator" "" OBJECT Builtin false;
    DICT_ITEMITERATOR "dict_itemiterator" "" OBJECT Builtin false;
    DICT_REVERSEKEYITERATOR "dict_reversekeyiterator" "" OBJECT Builtin false;
    DICT_REVERSEVALUEITERATOR "dict_reversevalueiterator" "" OBJECT Builtin false;
    DICT_REVERSEITEMITERATOR "dict_reverseitemiterator" "" OBJECT Builtin false;
    SET_ITERATOR "set_iterator" "" OBJECT Builtin false;
    CALLABLE_ITERATOR "callable_iterator" "" OBJECT Builtin false;
    ITERATOR "iterator" "" OBJECT Builtin false;
    MAP "map" "" OBJECT Builtin true;
    FILTER "filter" "" OBJECT Builtin true;
    ZIP "zip" "" OBJECT Builtin true;
    ENUMERATE "enumerate" "" OBJECT Builtin true;
    REVERSED "reversed" "" OBJECT Builtin true;
    COUNT "count" "itertools" OBJECT Builtin true;
    REPEAT "repeat" "itertools" OBJECT Builtin true;
    LOCK "lock" "_thread" OBJECT Builtin false;
    RLOCK "RLock" "_thread" OBJECT Builtin true;
}
