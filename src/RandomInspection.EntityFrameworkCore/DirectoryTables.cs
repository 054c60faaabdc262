using Microsoft.EntityFrameworkCore;
using RandomInspection.Directories;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>What a merge writes into the tables of the directories, within the ledger's transaction.</summary>
internal static class DirectoryTables
{
    public static async Task MergeAsync(this InspectionContext context, SubjectMerge merge, CancellationToken cancellation)
    {
        await context.UpsertAsync(
            context.Model.FindEntityType(typeof(SubjectRow))!, merge.Changed.Select(SubjectRow.Of), merge.Changed.Length, cancellation);
        await context.SetVersionAsync(merge.Name, merge.Version, cancellation);
    }

    public static async Task MergeAsync(this InspectionContext context, InspectorMerge merge, CancellationToken cancellation)
    {
        await context.UpsertAsync(
            context.Model.FindEntityType(typeof(InspectorRow))!, merge.Changed.Select(i => InspectorRow.Of(i, merge.Version)), merge.Changed.Length, cancellation);
        await context.SetVersionAsync(merge.Name, merge.Version, cancellation);
    }

    /// <summary>The version of a directory; 0 before its first merge.</summary>
    public static Task<long> VersionAsync(this InspectionContext context, string name, CancellationToken cancellation) =>
        context.Directories.AsNoTracking().Where(d => d.Name == name).Select(d => d.Version).SingleOrDefaultAsync(cancellation);

    private static Task SetVersionAsync(this InspectionContext context, string name, long version, CancellationToken cancellation) =>
        context.Database.ExecuteSqlAsync(
            $"""INSERT INTO "directory" ("Name", "Version") VALUES ({name}, {version}) ON CONFLICT ("Name") DO UPDATE SET "Version" = excluded."Version" """,
            cancellation);
}
