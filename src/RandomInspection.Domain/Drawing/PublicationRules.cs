namespace RandomInspection.Drawing;

/// <summary>What a profile lays down about what the public sees of a draw.</summary>
/// <param name="Classes">Whether classes of units are published.</param>
public sealed record PublicationRules(ClassPublication Classes)
{
    /// <summary>Classes are withheld: credit classes of firms are not public unless a rule says so.</summary>
    public static PublicationRules Default { get; } = new(ClassPublication.Withheld);
}
