namespace RandomInspection.Tabular;

/// <summary>How much a workbook may be: what is beyond is refused before it fills the memory.</summary>
/// <param name="Entries">Parts in the package at most.</param>
/// <param name="Bytes">Bytes of all parts at most, inflated.</param>
/// <param name="SharedBytes">Bytes of the shared texts and styles at most, inflated: they are held while rows are read.</param>
/// <param name="Ratio">Bytes of a part at most for each byte that it takes in the file, once it is more than a mebibyte.</param>
public sealed record WorkbookLimits(int Entries, long Bytes, long SharedBytes, int Ratio)
{
    /// <summary>A thousand parts, 1 GiB in all, 128 MiB held, 100 for one.</summary>
    public static WorkbookLimits Default { get; } = new(1000, 1L << 30, 128L << 20, 100);
}
