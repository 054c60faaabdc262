using System.Collections.Immutable;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Publicity;

/// <summary>What the public finds among published results: a page of them, newest first.</summary>
/// <param name="Text">What was searched for, without blanks around it; empty for all.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Total">Results in all.</param>
/// <param name="Rows">The duties that were met, each with its visit.</param>
internal sealed record ResultQuery(string Text, int Page, int Total, ImmutableArray<(ObligationView Duty, VisitView Visit)> Rows)
{
    public const int PageSize = 20;
    private const int LongestText = 100;
    private const int MostByCode = 500;

    /// <summary>Reads a page.</summary>
    /// <remarks>Reads rows of one page only; a search by code finds the first 500 audited visits whose code begins so.</remarks>
    public static async Task<ResultQuery> ReadAsync(IViews views, string? asked, string? page, CancellationToken cancellation)
    {
        string text = (asked ?? "").Trim();
        text = text[..Math.Min(text.Length, LongestText)];
        Specification<ObligationView> results = text.Length == 0 ? new PublishedResults() : await SearchAsync(views, text, cancellation);
        int total = await views.CountAsync(results, cancellation);
        int number = PageNumber.Of(page, PageNumber.Count(total, PageSize));
        ImmutableArray<ObligationView> duties = await views.QueryAsync(
            results with { Descending = true, Skip = (number - 1) * PageSize, Take = PageSize }, cancellation);
        return new ResultQuery(text, number, total, await WithVisitsAsync(views, duties, cancellation));
    }

    /// <summary>Duties about results, each with its visit.</summary>
    public static async Task<ImmutableArray<(ObligationView Duty, VisitView Visit)>> WithVisitsAsync(
        IViews views, ImmutableArray<ObligationView> duties, CancellationToken cancellation)
    {
        string[] ids = [.. duties.Select(duty => duty.About).Distinct()];
        Dictionary<string, VisitView> visits = (await views.QueryAsync(new VisitsAmong(ids), cancellation)).ToDictionary(visit => visit.Key, StringComparer.Ordinal);
        return [.. duties.Where(duty => visits.ContainsKey(duty.About)).Select(duty => (duty, visits[duty.About]))];
    }

    private static async Task<PublishedResultsOf> SearchAsync(IViews views, string text, CancellationToken cancellation)
    {
        string code = text.ToUpperInvariant();
        string[] visits = code.All(char.IsAsciiLetterOrDigit)
            ? [.. (await views.QueryAsync(new AuditedVisitsByCode(code) { Take = MostByCode }, cancellation)).Select(visit => visit.Key)]
            : [];
        return new PublishedResultsOf(text, visits);
    }
}
