namespace RandomInspection.Drawing;

/// <summary>单元格：the units of one stratum and class.</summary>
/// <param name="Stratum">The stratum.</param>
/// <param name="Class">The class.</param>
/// <remarks>Cells are ordered by stratum, then by the bytes of the class. Source: random-inspection-draw/1, Terms.</remarks>
public sealed record Cell(Stratum Stratum, string Class) : IComparable<Cell>
{
    /// <inheritdoc />
    public int CompareTo(Cell? other)
    {
        if (other is null)
        {
            return 1;
        }

        int byStratum = Stratum.CompareTo(other.Stratum);
        return byStratum != 0 ? byStratum : string.CompareOrdinal(Class, other.Class);
    }

    /// <summary>Stratum and class.</summary>
    public override string ToString() => $"{Stratum} {Class}";
}
