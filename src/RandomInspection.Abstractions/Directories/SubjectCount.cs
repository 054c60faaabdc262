namespace RandomInspection.Directories;

/// <summary>How many subjects share region, trade, class and status.</summary>
/// <param name="Region">The region's label.</param>
/// <param name="Trade">The trade.</param>
/// <param name="CreditClass">The credit class.</param>
/// <param name="Status">The status.</param>
/// <param name="Subjects">How many, 1 or more.</param>
public sealed record SubjectCount(string Region, string Trade, string CreditClass, SubjectStatus Status, long Subjects);
