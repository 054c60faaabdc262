using RandomInspection.Drawing;
using RandomInspection.Matching;

namespace RandomInspection.Inspections;

public sealed partial class MatchWorkflow
{
    /// <summary>How many visits of a match have not ended: 0 opens the seal.</summary>
    /// <param name="match">The match.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public Task<int> OpenVisitsAsync(string match, CancellationToken cancellation) => views.CountAsync(new OpenVisitsOfMatch(match), cancellation);

    /// <summary>The bytes of a match's record in the public view, for everybody once it is unsealed; a voided match is never sealed.</summary>
    /// <param name="match">The match.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <returns><see langword="null"/> before it has ended.</returns>
    /// <exception cref="InputRefusedException">There is no such match (RI2011), or visits have not ended (RI2404).</exception>
    public async Task<byte[]?> PublicRecordAsync(string match, CancellationToken cancellation)
    {
        DrawCeremony ceremony = await draws.FindAsync(match, cancellation);
        Frozen(ceremony);
        if (ceremony.Matching is not null)
        {
            await RequireOpenAsync(match, cancellation);
        }

        if (await draws.AuditorRecordAsync(match, cancellation) is not { } bytes)
        {
            return null;
        }

        DrawRecord record = RecordDocument.Read(bytes);
        return RecordDocument.Write(record.ForPublic(hashes[ceremony.Preparation.Hash].Digest(bytes)));
    }

    /// <summary>The document of the public record's signature, for everybody once the match is unsealed.</summary>
    /// <param name="match">The match.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <returns><see langword="null"/> before it has ended, and where the host did not sign.</returns>
    /// <exception cref="InputRefusedException">There is no such match (RI2011), or visits have not ended (RI2404).</exception>
    public async Task<byte[]?> PublicSignatureAsync(string match, CancellationToken cancellation)
    {
        DrawCeremony ceremony = await draws.FindAsync(match, cancellation);
        Frozen(ceremony);
        if (ceremony.Matching is not null)
        {
            await RequireOpenAsync(match, cancellation);
        }

        return ceremony.RecordSignatures?.Public.Write();
    }

    /// <summary>The canonical problem of a match, from which <c>ri match</c> recomputes it.</summary>
    /// <param name="match">The match.</param>
    /// <param name="reader">Who asks: the public waits until every visit has ended.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is no such match (RI2011), or it is sealed (RI2404).</exception>
    public async Task<byte[]> ProblemFileAsync(string match, MatchReader reader, CancellationToken cancellation)
    {
        FrozenMatch frozen = Frozen(await draws.FindAsync(match, cancellation));
        if (reader == MatchReader.Public)
        {
            await RequireOpenAsync(match, cancellation);
        }

        return await EvidenceAsync(frozen.ProblemFile, cancellation);
    }

    /// <summary>The result of a match as its document; <see langword="null"/> before it is matched.</summary>
    /// <param name="match">The match.</param>
    /// <param name="reader">Who asks: the public waits until every visit has ended.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is no such match (RI2011), or it is sealed (RI2404).</exception>
    public async Task<byte[]?> ResultFileAsync(string match, MatchReader reader, CancellationToken cancellation)
    {
        DrawCeremony ceremony = await draws.FindAsync(match, cancellation);
        Frozen(ceremony);
        if (reader == MatchReader.Public)
        {
            await RequireOpenAsync(match, cancellation);
        }

        return ceremony.Matching is { } matched ? await EvidenceAsync(matched.Result.ResultFile, cancellation) : null;
    }

    /// <summary>What a match found, with its shortage and its report, computed again from problem and seed; <see langword="null"/> before it is matched.</summary>
    /// <param name="match">The match.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is no such match (RI2011).</exception>
    /// <remarks>For staff of the department: the caller decides who may see it.</remarks>
    public async Task<(MatchProblem Problem, MatchResult Result)?> RecomputeAsync(string match, CancellationToken cancellation)
    {
        DrawCeremony ceremony = await draws.FindAsync(match, cancellation);
        FrozenMatch frozen = Frozen(ceremony);
        if (ceremony.Matching is null)
        {
            return null;
        }

        MatchProblem problem = await ProblemOfAsync(frozen, cancellation);
        return (problem, matcher.Match(problem, ceremony.Seed(), frozen.MixFactor));
    }

    private async Task RequireOpenAsync(string match, CancellationToken cancellation)
    {
        DrawCeremony ceremony = await draws.FindAsync(match, cancellation);
        int open = ceremony.Matching is null ? Frozen(ceremony).Visits : await OpenVisitsAsync(match, cancellation);
        if (open > 0)
        {
            throw TeamRefusals.Sealed.Refuse(("match", match), ("open", open));
        }
    }
}

/// <summary>Who reads a match's documents.</summary>
public enum MatchReader
{
    /// <summary>Everybody: sealed until every visit has ended.</summary>
    Public = 0,

    /// <summary>An auditor or the matching department's own staff.</summary>
    Staff = 1,
}
