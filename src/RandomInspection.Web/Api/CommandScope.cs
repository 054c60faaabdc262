using RandomInspection.Ledger;

namespace RandomInspection.Web.Api;

/// <summary>What the request that is being answered demands of its commits, and what they wrote.</summary>
/// <remarks>It flows with the request into the workflow and its ledger, so that neither endpoints nor workflows carry it.</remarks>
internal sealed class CommandScope : ICommitTerms, ILedgerObserver
{
    private static readonly AsyncLocal<Command?> Current = new();

    /// <summary>Begins a command; it holds for what is awaited from here on.</summary>
    public static Command Begin(string key, string payload, string? stream, int? version) => Current.Value = new Command(key, payload, stream, version);

    public LedgerCommit Apply(LedgerCommit commit)
    {
        if (Current.Value is not { } command)
        {
            return commit;
        }

        if (command.Version is { } version
            && commit.Appends.FirstOrDefault(append => append.Stream == command.Stream) is { } append && append.ExpectedVersion != version)
        {
            throw ApiRefusals.ChangedSince.Refuse(("asked", version), ("version", append.ExpectedVersion));
        }

        // What comes after the first commit rests on it.
        command.Version = null;
        return commit with { Request = new AnsweredRequest(command.Key, command.Payload, command.Parts++) };
    }

    public void Written(System.Collections.Immutable.ImmutableArray<LedgerEntry> entries) => Current.Value?.Entries.AddRange(entries);

    /// <summary>A command that is being carried out.</summary>
    internal sealed class Command(string key, string payload, string? stream, int? version)
    {
        public string Key { get; } = key;

        public string Payload { get; } = payload;

        public string? Stream { get; } = stream;

        /// <summary>Where its sender saw the stream; <see langword="null"/> where that does not matter.</summary>
        public int? Version { get; set; } = version;

        public int Parts { get; set; }

        public List<LedgerEntry> Entries { get; } = [];
    }
}
