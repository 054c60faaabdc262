using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Planning;

/// <summary>Port: who is on a dishonesty list (违法失信名单). The library gives it from its own entries; a host that knows of more gives its own.</summary>
public interface IDishonestyList
{
    /// <summary>The subjects that are listed on a day, and as which class they count in draws.</summary>
    /// <param name="day">The day.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<ListedSubjects> ReadAsync(LocalDate day, CancellationToken cancellation);
}

/// <summary>The subjects on a dishonesty list on a day.</summary>
/// <param name="On">The day.</param>
/// <param name="CountsAs">The credit class as which each counts in draws.</param>
/// <param name="Entries">The entry of each by the subject's code; of several the first.</param>
public sealed record ListedSubjects(LocalDate On, string CountsAs, ImmutableSortedDictionary<string, string> Entries);
