// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>ChoiceKind</c>.</summary>
public enum ChoiceKind
{
    /// <summary><c>time</c>.</summary>
    Time = 0,

    /// <summary><c>content</c>.</summary>
    Content = 1,

    /// <summary><c>method</c>.</summary>
    Method = 2,

    /// <summary><c>area</c>.</summary>
    Area = 3,

    /// <summary><c>order</c>.</summary>
    Order = 4,
}
