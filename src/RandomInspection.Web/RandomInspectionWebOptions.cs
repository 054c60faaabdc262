using System.Collections.Immutable;

namespace RandomInspection.Web;

/// <summary>What a host tells the pages.</summary>
public sealed class RandomInspectionWebOptions
{
    /// <summary>The people who can sign in by one press of a button. Refused outside Development, whatever stands here.</summary>
    public ImmutableArray<Person> People { get; set; } = [];
}
