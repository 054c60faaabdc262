using RandomInspection.Ledger;

namespace RandomInspection.Web.Api;

/// <summary>Which step of the domain an operation carries out, and on which stream.</summary>
/// <param name="Step">The step.</param>
internal sealed record StepOperation(WorkStep Step)
{
    /// <summary>The stream of the ceremony that the route names, a draw's or a match's.</summary>
    public const string Ceremony = "{ceremony}";

    /// <summary>The stream that it changes, with the route's values in braces; <see langword="null"/> where it begins a matter. Its version is the ETag.</summary>
    public string? Stream { get; init; }

    /// <summary>What the stream begins with that names what was begun, for example <c>plan/</c>.</summary>
    public string? Begins { get; init; }

    /// <summary>Whether the pages ask for a fresh sign-in before it: freezing, opening, drawing and matching.</summary>
    public bool NeedsProof { get; init; }

    /// <summary>Whose id was begun, where no stream's name says it: the first that is not <see langword="null"/>.</summary>
    public Func<EventCodec, LedgerEntry, string?>? IdOf { get; init; }
}
