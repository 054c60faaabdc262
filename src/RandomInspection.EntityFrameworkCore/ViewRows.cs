using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using RandomInspection.Ledger;
using IView = RandomInspection.Ledger.IView;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>Writes the rows of views: each replaces the one of its key.</summary>
internal static class ViewRows
{
    /// <summary>Writes the rows; of two with one key the later counts.</summary>
    /// <exception cref="NotSupportedException">There is no table for a view.</exception>
    public static async Task ReplaceAsync(this InspectionContext context, ImmutableArray<IView> views, CancellationToken cancellation)
    {
        // Tables and keys in one order: two transactions at once wait for each other and do not cross.
        foreach (IGrouping<Type, IView> type in views.GroupBy(view => view.GetType()).OrderBy(type => type.Key.Name, StringComparer.Ordinal))
        {
            IEntityType table = context.Model.FindEntityType(type.Key) ?? throw new NotSupportedException($"This store does not know the view \"{type.Key.Name}\".");
            SortedDictionary<string, IView> rows = new(StringComparer.Ordinal);
            foreach (IView view in type)
            {
                rows[view.Key] = view;
            }

            await context.UpsertAsync(table, rows.Values, rows.Count, cancellation);
        }
    }
}
