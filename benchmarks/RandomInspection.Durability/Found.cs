using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using RandomInspection.Directories;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Durability;

/// <summary>What is left of a load: whether all that was acknowledged is there, nothing is half done, and heads, trees and views follow from the entries.</summary>
internal static class Found
{
    private const int AtOnce = 5_000;

    /// <summary>What is wrong; nothing if all is well.</summary>
    /// <param name="store">The store, opened anew.</param>
    /// <param name="acknowledged">The ids of the commits that were acknowledged.</param>
    public static async Task<(ImmutableArray<string> Problems, int Commits)> InAsync(Store store, IReadOnlyCollection<string> acknowledged)
    {
        List<string> problems = [];
        ILedger ledger = store.Get<ILedger>();
        List<LedgerEntry> entries = [];
        while (await ledger.ReadAsync(LedgerLog.Public, entries.Count, AtOnce, CancellationToken.None) is { IsEmpty: false } more)
        {
            entries.AddRange(more);
        }

        await CheckTreeAsync(ledger, entries, problems);
        foreach (IGrouping<string, LedgerEntry> stream in entries.GroupBy(e => e.Stream))
        {
            if (!stream.Select(e => e.Version).SequenceEqual(Enumerable.Range(1, stream.Count())))
            {
                problems.Add($"The versions of {stream.Key} are not 1 to {stream.Count()}.");
            }
        }

        Dictionary<string, List<JsonElement>> commits = [];
        foreach (LedgerEntry entry in entries)
        {
            JsonElement happened = JsonDocument.Parse(entry.Data).RootElement;
            string id = happened.GetProperty("id").GetString()!;
            (commits.TryGetValue(id, out List<JsonElement>? parts) ? parts : commits[id] = []).Add(happened);
        }

        problems.AddRange(acknowledged.Where(id => !commits.ContainsKey(id)).Select(id => $"{id} was acknowledged and is not there."));
        problems.AddRange(commits.Where(c => c.Value.Count != c.Value[0].GetProperty("parts").GetInt32()).Select(c => $"{c.Key} has {c.Value.Count} entries."));
        await CheckBesideAsync(store, entries, commits, problems);
        return ([.. problems], commits.Count);
    }

    private static async Task CheckTreeAsync(ILedger ledger, List<LedgerEntry> entries, List<string> problems)
    {
        MerkleFrontier frontier = MerkleFrontier.Empty;
        List<(TreeNode Node, byte[] Hash)> due = [];
        foreach (LedgerEntry entry in entries)
        {
            if (entry.Sequence != frontier.Size + 1)
            {
                problems.Add($"Entry {entry.Sequence} stands at place {frontier.Size + 1}.");
            }

            frontier = frontier.Append(LedgerLeaf.Tree, LedgerLeaf.Tree.Leaf(LedgerLeaf.Bytes(entry)), (node, hash) => due.Add((node, hash)));
        }

        LedgerHead head = await ledger.HeadAsync(LedgerLog.Public, CancellationToken.None);
        if (head != new LedgerHead(frontier.Size, Convert.ToHexStringLower(frontier.Root(LedgerLeaf.Tree))))
        {
            problems.Add($"The head says {head}; the {entries.Count} entries give another.");
        }

        foreach ((TreeNode Node, byte[] Hash)[] some in due.Chunk(500))
        {
            ImmutableArray<byte[]> kept = await ledger.ReadNodesAsync(LedgerLog.Public, [.. some.Select(d => d.Node)], CancellationToken.None);
            problems.AddRange(some.Where((d, i) => !d.Hash.AsSpan().SequenceEqual(kept[i])).Select(d => $"The subtree {d.Node} is another."));
        }
    }

    private static async Task CheckBesideAsync(
        Store store, List<LedgerEntry> entries, Dictionary<string, List<JsonElement>> commits, List<string> problems)
    {
        foreach (IGrouping<string, LedgerEntry> stream in entries.Where(e => e.Stream.StartsWith("own/", StringComparison.Ordinal)).GroupBy(e => e.Stream))
        {
            DrawOfferView? row = await store.Get<IViews>().FindAsync<DrawOfferView>(stream.Key, CancellationToken.None);
            if (row?.With != stream.Count().ToString(CultureInfo.InvariantCulture))
            {
                problems.Add($"The view of {stream.Key} says {row?.With}; there are {stream.Count()} entries.");
            }
        }

        ImmutableDictionary<string, PersonalText> personal = await store.Get<IPersonalTexts>().FindAsync([.. commits.Keys.Select(Load.Commitment)], CancellationToken.None);
        problems.AddRange(commits.Keys.Where(id => !personal.ContainsKey(Load.Commitment(id))).Select(id => $"The personal data of {id} is missing."));
        foreach (string digest in commits.Values.Select(c => c[0].GetProperty("evidence").GetString()!).Where(d => d.Length > 0).Distinct())
        {
            if (await store.Get<IEvidenceStore>().GetAsync(digest, CancellationToken.None) is null)
            {
                problems.Add($"The file {digest} is missing.");
            }
        }

        ISubjectDirectory subjects = store.Get<ISubjectDirectory>();
        LedgerEntry[] merges = [.. entries.Where(e => e.Stream == "directory")];
        if (await subjects.VersionAsync(CancellationToken.None) != merges.Length)
        {
            problems.Add($"The directory's version is not {merges.Length}.");
        }

        string[] merged = [.. merges.Select(e => JsonDocument.Parse(e.Data).RootElement.GetProperty("id").GetString()!)];
        ImmutableDictionary<string, Subject> kept = await subjects.FindAsync(merged, CancellationToken.None);
        problems.AddRange(merged.Where(id => !kept.ContainsKey(id)).Select(id => $"The subject {id} is missing."));
    }
}
