using System.Collections.Immutable;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>Writes the rows of views: each replaces the one of its key.</summary>
internal static class ViewRows
{
    private static readonly MethodInfo OfOneType = typeof(ViewRows).GetMethod(nameof(ReplaceAllAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Marks the rows to be written; of two with one key the later counts.</summary>
    public static async Task ReplaceAsync(this InspectionContext context, ImmutableArray<IView> views, CancellationToken cancellation)
    {
        foreach (IGrouping<Type, IView> type in views.GroupBy(view => view.GetType()))
        {
            await (Task)OfOneType.MakeGenericMethod(type.Key).Invoke(null, [context, type, cancellation])!;
        }
    }

    private static async Task ReplaceAllAsync<T>(InspectionContext context, IEnumerable<IView> views, CancellationToken cancellation)
        where T : class, IView
    {
        Dictionary<string, T> rows = new(StringComparer.Ordinal);
        foreach (IView view in views)
        {
            rows[view.Key] = (T)view;
        }

        HashSet<string> existing = new(StringComparer.Ordinal);
        foreach (string[] some in rows.Keys.Chunk(500))
        {
            existing.UnionWith(await context.Set<T>().Where(row => some.Contains(row.Key)).Select(row => row.Key).ToListAsync(cancellation));
        }

        context.UpdateRange(rows.Values.Where(row => existing.Contains(row.Key)));
        context.AddRange(rows.Values.Where(row => !existing.Contains(row.Key)));
    }
}
