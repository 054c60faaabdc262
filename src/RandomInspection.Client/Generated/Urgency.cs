// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>Urgency</c>.</summary>
public enum Urgency
{
    /// <summary><c>met</c>.</summary>
    Met = 0,

    /// <summary><c>inTime</c>.</summary>
    InTime = 1,

    /// <summary><c>dueSoon</c>.</summary>
    DueSoon = 2,

    /// <summary><c>overdue</c>.</summary>
    Overdue = 3,

    /// <summary><c>unknown</c>.</summary>
    Unknown = 4,

    /// <summary><c>exempt</c>.</summary>
    Exempt = 5,

    /// <summary><c>lapsed</c>.</summary>
    Lapsed = 6,
}
