namespace MockCustomers.Contracts;

/// <summary>The JSON types that a schema allows; None means any.</summary>
[Flags]
internal enum SchemaType
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Integer = 4,
    Number = 8,
    String = 16,
    Array = 32,
    Object = 64,
}
