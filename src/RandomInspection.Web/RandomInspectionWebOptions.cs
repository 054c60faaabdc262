using System.Collections.Immutable;

namespace RandomInspection.Web;

/// <summary>What a host tells the pages.</summary>
public sealed class RandomInspectionWebOptions
{
    /// <summary>The people who can sign in by one press of a button. Refused outside Development, whatever stands here.</summary>
    public ImmutableArray<Person> People { get; set; } = [];

    /// <summary>More people who can sign in so; on the page they are folded away, by department.</summary>
    public ImmutableArray<Person> MorePeople { get; set; } = [];

    internal Person? Find(string? id) => id is null ? null : People.Concat(MorePeople).FirstOrDefault(person => person.Id == id);
}
