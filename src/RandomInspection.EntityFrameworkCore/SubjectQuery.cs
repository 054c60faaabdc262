using Microsoft.EntityFrameworkCore;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Inspections;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>Criteria as a query of the database.</summary>
internal static class SubjectQuery
{
    /// <summary>The subjects that match.</summary>
    public static IQueryable<SubjectRow> Matching(this InspectionContext context, DirectoryCriteria criteria)
    {
        IQueryable<SubjectRow> rows = context.Subjects.AsNoTracking();
        rows = criteria.Regions.IsEmpty ? rows : rows.Where(s => criteria.Regions.Contains(s.Region));
        rows = criteria.Trades.IsEmpty ? rows : rows.Where(s => criteria.Trades.Contains(s.Trade));
        rows = criteria.CreditClasses.IsEmpty ? rows : rows.Where(s => criteria.CreditClasses.Contains(s.CreditClass));
        if (criteria.Statuses is { } statuses)
        {
            rows = rows.Where(s => statuses.Contains(s.Status));
        }

        if (criteria.Tags is { } tags)
        {
            string[] tagged = [.. tags.Select(SubjectRow.Tagged)];
            rows = rows.Where(s => tagged.Any(tag => s.Tags.Contains(tag)));
        }

        if (criteria.NotInspectedSince is { } since)
        {
            DbSet<VisitView> visits = context.Set<VisitView>();
            rows = rows.Where(s => !visits.Any(v => v.SubjectCode == s.Code && v.ConcludedOn >= since));
        }

        if (criteria.Carriers is { } kinds)
        {
            rows = kinds.IsEmpty ? rows.Where(s => s.Carrier == null) : rows.Where(s => s.Carrier != null && kinds.Contains(s.Carrier.Value));
        }

        if (criteria.General is { } general)
        {
            rows = rows.Where(s => (s.CarrierOf ?? s.Code).Length == UnifiedSocialCreditCode.Length);
            rows = general == GeneralDirectory.ForProfit
                ? rows.Where(s => (s.CarrierOf ?? s.Code).StartsWith(GeneralDirectories.MarketRegulation))
                : rows.Where(s => !(s.CarrierOf ?? s.Code).StartsWith(GeneralDirectories.MarketRegulation));
        }

        return rows;
    }
}
