using System.Text.Json;

namespace RandomInspection.Tests;

/// <summary>A2: a published result goes out in the fields of the national publicity record, spelt as it spells them.</summary>
public sealed class PublicityRecordTests
{
    [Fact]
    public async Task Results_Published_InTheFieldsOfTheNationalRecord()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("publishResult");
        await using PageHost host = await PageHost.StartAsync(Way.Morning, store.File);
        using HttpClient anybody = new() { BaseAddress = host.Address };
        using JsonDocument json = JsonDocument.Parse(await anybody.GetStringAsync("/results.json", TestContext.Current.CancellationToken));
        JsonElement result = Assert.Single(json.RootElement.GetProperty("results").EnumerateArray());
        Assert.Equal(
            ("P2026-001", "2026 年度抽查计划", Way.TaskId, "食品经营抽查", "不定向", "2026-11-23"),
            (Of("raninsPlanId"), Of("raninsPlaneName"), Of("raninsTaskId"), Of("raninsTaskName"), Of("raninsTypeName"), Of("insDate")));
        Assert.NotEmpty(Of("insAuth"));
        JsonElement item = Assert.Single(result.GetProperty("details").EnumerateArray());
        Assert.Equal((1, "发现问题已责令改正"), (item.GetProperty("seqno").GetInt32(), item.GetProperty("raninsCheckResName").GetString()));
        Assert.NotEmpty(item.GetProperty("raninsItemName").GetString()!);

        string Of(string field) => result.GetProperty(field).GetString()!;
    }
}
