namespace RandomInspection.Tests;

/// <summary>What is done to one place of a database.</summary>
public enum TamperingKind
{
    /// <summary>One bit of one column.</summary>
    Bit,

    /// <summary>A row goes.</summary>
    Removed,

    /// <summary>Two rows change places.</summary>
    Swapped,

    /// <summary>A row comes in.</summary>
    Inserted,
}
