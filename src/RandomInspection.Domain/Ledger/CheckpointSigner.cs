using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Ledger;

/// <summary>Signs checkpoints of the public log under its name, if the host has a signer, and knows the witnesses that may cosign them.</summary>
public sealed class CheckpointSigner
{
    private readonly (ISigner By, NoteKey Key)? _signs;

    /// <summary>A signer of checkpoints.</summary>
    /// <param name="origin">The log's name, which never changes: 1 to 200 characters without white space, control characters and plus signs.</param>
    /// <param name="algorithms">The algorithms that are known.</param>
    /// <param name="signer">Who signs; <see langword="null"/> where no checkpoints are made.</param>
    /// <param name="witnesses">The keys of the witnesses, each in one line as <see cref="NoteKey.ToString"/> writes it.</param>
    /// <exception cref="InputRefusedException">The name cannot stand in a signature line (RI6012), or a witness's key is malformed (RI6011).</exception>
    public CheckpointSigner(string origin, SignatureAlgorithms algorithms, ISigner? signer, params IEnumerable<string> witnesses)
    {
        Origin = NoteKey.CheckName(origin);
        _signs = signer is null ? null : (signer, NoteKey.Of(origin, NoteKeyKind.Log, signer.Key, algorithms));
        Witnesses = [.. witnesses.Select(witness => NoteKey.Parse(witness, algorithms))];
        if (Witnesses.FirstOrDefault(witness => witness.Kind != NoteKeyKind.Witness) is { } log)
        {
            throw LedgerRefusals.MalformedNoteKey.Refuse(("key", log.ToString()));
        }
    }

    /// <summary>The log's name.</summary>
    public string Origin { get; }

    /// <summary>The log's key; <see langword="null"/> where no checkpoints are made.</summary>
    public NoteKey? Key => _signs?.Key;

    /// <summary>The witnesses' keys.</summary>
    public ImmutableArray<NoteKey> Witnesses { get; }

    /// <summary>The signed checkpoint of a head; <see langword="null"/> where no checkpoints are made.</summary>
    /// <param name="head">The head of the public log.</param>
    /// <param name="cancellation">Cancels before anything is signed.</param>
    /// <exception cref="InputRefusedException">What the signer gave does not verify (RI1343).</exception>
    public async ValueTask<SignedNote?> SignAsync(LedgerHead head, CancellationToken cancellation)
    {
        if (_signs is not { } signs)
        {
            return null;
        }

        string text = Checkpoint.Of(Origin, head).Text;
        return SignedNote.Of(text, await signs.Key.SignAsync(text, signs.By, default, cancellation));
    }
}
