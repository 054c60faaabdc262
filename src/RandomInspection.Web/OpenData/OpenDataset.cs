using System.Collections.Immutable;

namespace RandomInspection.Web.OpenData;

/// <summary>数据集：one table of what is public anyhow, whole, to be downloaded.</summary>
/// <param name="Id">Its name in addresses and files.</param>
/// <param name="Title">Its title.</param>
/// <param name="Lead">What a row is, in one sentence.</param>
/// <param name="Page">The page that shows the same.</param>
/// <param name="Columns">Its columns in order.</param>
/// <param name="Rows">Reads its rows, as anybody may see them, in an order that stays.</param>
internal sealed record OpenDataset(
    string Id,
    (string Chinese, string English) Title,
    (string Chinese, string English) Lead,
    string Page,
    ImmutableArray<DataColumn> Columns,
    Func<OpenDataRows, CancellationToken, IAsyncEnumerable<DataRow>> Rows)
{
    /// <summary>All of them, in the order of the page.</summary>
    public static ImmutableArray<OpenDataset> All { get; } =
    [
        OpenDatasets.Plans, OpenDatasets.Tasks, OpenDatasets.Draws, OpenDatasets.Lists, OpenDatasets.Results, OpenDatasets.Items, OpenDatasets.Measures,
        OpenDatasets.Catalogue, OpenDatasets.Dishonesty, OpenDatasets.Publications, OpenDatasets.Checkpoints,
    ];

    /// <summary>The set of a name, or <see langword="null"/>.</summary>
    /// <param name="id">A name.</param>
    public static OpenDataset? Find(string id) => All.FirstOrDefault(set => set.Id == id);
}
