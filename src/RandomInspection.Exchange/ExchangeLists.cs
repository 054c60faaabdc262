using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RandomInspection.Directories;
using RandomInspection.Inspections;

namespace RandomInspection.Exchange;

/// <summary>代码表：the code lists by which messages are written, with the version that each follows; the host publishes them at <c>/exchange/lists/{name}</c>.</summary>
public static class ExchangeLists
{
    /// <summary>The names of the lists: <c>regions</c>, <c>results</c>, <c>trades</c>.</summary>
    public static ImmutableArray<string> Names { get; } = ["regions", "results", "trades"];

    /// <summary>A list as JSON; <see langword="null"/> if there is none of that name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="options">The host's exchange: results have each partner's own codes, as its mapping has them.</param>
    public static string? Find(string name, ExchangeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return name switch
        {
            "regions" => List(CodeLists.Regions, "不含其他地区 other prefectures are not carried", ShenyangRegions.All.Select(region => (region.Code, region.Label, region.ChineseName, region.EnglishName)), null),
            "trades" => List(CodeLists.Trades, "不含大类、中类、小类 divisions, groups and classes are not carried", TradeSection.All.Select(trade => (trade.Letter, trade.Letter, trade.ChineseName, trade.EnglishName)), null),
            "results" => List(
                "国家市场监督管理总局抽查检查结果公示记录 raninsCheckResName",
                null,
                Enum.GetValues<ItemResult>().Select(result => (ResultWords.Code(result), result.ToString(), StateWords.Of(result).Chinese, StateWords.Of(result).English)),
                options.Partners),
            _ => null,
        };
    }

    private static string List(string follows, string? without, IEnumerable<(string Code, string Word, string Chinese, string English)> codes, ImmutableArray<ExchangePartner>? partners)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter json = new(text, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("follows", follows);
            if (without is not null)
            {
                json.WriteString("without", without);
            }

            json.WriteStartArray("codes");
            foreach ((string code, string word, string chinese, string english) in codes)
            {
                json.WriteStartObject();
                json.WriteString("code", code);
                json.WriteString("word", word);
                json.WriteString("zh", chinese);
                json.WriteString("en", english);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (partners is { } all)
            {
                WriteSources(json, all);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    /// <summary>Each source's own codes with the code here.</summary>
    private static void WriteSources(Utf8JsonWriter json, ImmutableArray<ExchangePartner> partners)
    {
        json.WriteStartObject("sources");
        foreach (ExchangePartner partner in partners)
        {
            foreach (ImmutableDictionary<string, string> words in partner.Mappings.Where(mapping => mapping.Type == ExchangeTypes.Results).Take(1).Select(mapping => mapping.Words.GetValueOrDefault("result")!).Where(words => words is not null))
            {
                json.WriteStartObject(partner.Id);
                foreach ((string theirs, string ours) in words.OrderBy(pair => pair.Key, StringComparer.Ordinal).Where(pair => ResultWords.Find(pair.Value) is not null))
                {
                    json.WriteString(theirs, ResultWords.Code(ResultWords.Find(ours)!.Value));
                }

                json.WriteEndObject();
            }
        }

        json.WriteEndObject();
    }
}
