// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>MeasureKind</c>.</summary>
public enum MeasureKind
{
    /// <summary><c>order</c>.</summary>
    Order = 0,

    /// <summary><c>compulsion</c>.</summary>
    Compulsion = 1,

    /// <summary><c>penalty</c>.</summary>
    Penalty = 2,

    /// <summary><c>separateCase</c>.</summary>
    SeparateCase = 3,

    /// <summary><c>transfer</c>.</summary>
    Transfer = 4,
}
