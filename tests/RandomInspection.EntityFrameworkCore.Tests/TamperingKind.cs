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

    /// <summary>A value becomes what another row has in that column: something that may well stand there.</summary>
    Edited,

    /// <summary>A row and all behind it go.</summary>
    CutOff,
}
