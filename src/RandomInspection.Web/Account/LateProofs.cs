using System.Collections.Concurrent;
using NodaTime;

namespace RandomInspection.Web.Account;

/// <summary>When each person last proved at this host who they are: a token proves nobody's presence, so a program draws only while its person has signed in lately.</summary>
/// <remarks>In memory, as many as there are persons: after a restart everybody proves anew.</remarks>
internal sealed class LateProofs
{
    private readonly ConcurrentDictionary<string, Instant> _proved = new(StringComparer.Ordinal);

    /// <summary>Somebody has proved it.</summary>
    public void Note(string person, Instant at) => _proved[person] = at;

    /// <summary>Somebody signed out: they are gone.</summary>
    public void Forget(string person) => _proved.TryRemove(person, out _);

    /// <summary>When somebody last proved it; <see langword="null"/> if they have not, or signed out since.</summary>
    public Instant? Of(string person) => _proved.TryGetValue(person, out Instant at) ? at : null;
}
