using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using NodaTime;
using RandomInspection.Exchange;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <summary>一次录入，多处使用：a subject, an item and a result that came in by one way go out by the three others, byte for byte.</summary>
/// <remarks>What results do to a visit is tried with the domain; here a result is kept, so that four ways can have one each.</remarks>
public sealed class FourWaysTests : IDisposable
{
    private static readonly string[] Ways = ["rest", "webhook", "table", "file"];
    private static readonly ImmutableArray<string> Types = [ExchangeTypes.Subjects, ExchangeTypes.Items, ExchangeTypes.Results];

    private readonly string _folder = Directory.CreateTempSubdirectory("ri-ways-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OneOfEach_ByEachWay_GoesOutByTheOthersUnchanged()
    {
        Dictionary<string, List<string>> seen = Ways.ToDictionary(way => way, _ => new List<string>());
        ImmutableArray<ExchangePartner> partners = [.. Ways.Select(Partner)];
        await using FrontHost host = await FrontHost.StartAsync(
            (_, body) =>
            {
                seen["webhook"].Add(body);
                return new HttpResponseMessage();
            },
            new ExchangeOptions { Source = "https://amr.shenyang.example/ledger", Partners = partners },
            new InboxEffect(Types[2], null));
        await using WebApplication app = await HttpTests.ServeAsync(host);
        using HttpClient client = new() { BaseAddress = new Uri(app.Urls.Single()) };
        Dictionary<string, ExchangeMessage[]> sent = Ways.ToDictionary(way => way, way => Messages(way));

        // In: pushed over HTTP twice, as a row of the table, as a file.
        foreach (string way in (string[])["rest", "webhook"])
        {
            foreach (ExchangeMessage message in sent[way])
            {
                using HttpResponseMessage answer = await HttpTests.PostAsync(client, host, $"/exchange/{way}/in", message.Id, Encoding.UTF8.GetString(message.ToBytes()));
                Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode);
            }
        }

        foreach (ExchangeMessage message in sent["table"])
        {
            await host.Get<FrontDatabase>().WriteAsync(
                (connection, transaction) => FrontDatabase.ExecuteAsync(
                    connection,
                    transaction,
                    """
                    INSERT INTO ex_in_message (partner, batch, source, id, type, subject, operation, day, body, digest, status, received_at)
                    VALUES ('table', 'b-1', @source, @id, @type, @subject, 'receive', '2026-11-23', @body, @digest, 'waiting', '2026-11-23T01:00:00.000Z')
                    """,
                    Cancellation,
                    ("@source", message.Source),
                    ("@id", message.Id),
                    ("@type", message.Type),
                    ("@subject", message.Subject),
                    ("@body", Encoding.UTF8.GetString(message.ToBytes())),
                    ("@digest", message.Digest)),
                Cancellation);
        }

        byte[] lines = [.. sent["file"].SelectMany(message => (byte[])[.. message.ToBytes(), (byte)'\n'])];
        await File.WriteAllBytesAsync(Path.Combine(_folder, "in.ndjson"), lines, Cancellation);
        FileManifest manifest = new FileManifest("in.ndjson", "https://file.example", 3, Convert.ToHexStringLower(SHA256.HashData(lines)), "2026-11-23T01:00:00Z", []).SignBy([FrontHost.Secret]);
        await File.WriteAllBytesAsync(Path.Combine(_folder, "in.ndjson" + FileManifest.Ending), manifest.ToBytes(), Cancellation);
        Assert.Null(Assert.Single(await host.Get<FileDropIn>().ReadAsync(partners[3], _folder, null, Cancellation)).Refused);
        foreach (ExchangePartner partner in partners)
        {
            await host.Get<InboxRun>().RunAsync(partner, Cancellation);
            Assert.Equal((3L, 0L), ((await host.In.FiguresAsync(partner.Id, Cancellation)).Taken, (await host.In.FiguresAsync(partner.Id, Cancellation)).Aside));
        }

        // Out: fetched, sent, read from the table, written as a file.
        using JsonDocument page = await HttpTests.GetAsync(client, host, "/exchange/rest/out?after=0");
        seen["rest"].AddRange(page.RootElement.GetProperty("messages").EnumerateArray().Select(one => one.GetRawText()));
        await host.RunAsync(partners[1]);
        await host.Get<OutboxRun>().FeedAsync(partners[2], Cancellation);
        seen["table"].AddRange(await host.Get<FrontDatabase>().QueryAsync("SELECT body FROM ex_out_message WHERE partner = 'table' ORDER BY number", row => row.GetString(0), Cancellation));
        string file = (await host.Get<FileDropOut>().WriteAsync(partners[3], Path.Combine(_folder, "out"), Cancellation))!;
        seen["file"].AddRange(await File.ReadAllLinesAsync(file, Cancellation));
        foreach (string way in Ways)
        {
            ExchangeMessage[] got = [.. seen[way].Select(body => ExchangeMessage.Parse(Encoding.UTF8.GetBytes(body)))];
            ExchangeMessage[] expected = [.. Ways.Where(other => other != way).SelectMany(other => sent[other])];
            Assert.Equal(expected.OrderBy(one => one.Id, StringComparer.Ordinal), got.OrderBy(one => one.Id, StringComparer.Ordinal)); // source, id, digest and every byte of the payload
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ExchangePartner Partner(string way) => new(way, way, way, "both")
    {
        Keys = [FrontHost.Secret],
        Secrets = [FrontHost.Secret],
        Takes = Types,
        Gets = Types,
        Addresses = way == "webhook" ? [FrontHost.Address] : [],
        SendTo = way == "webhook" ? FrontHost.Address : null,
    };

    /// <summary>A subject, an item and a result; the payload of the last has line breaks, as who writes by hand has them.</summary>
    private static ExchangeMessage[] Messages(string way)
    {
        int number = Array.IndexOf(Ways, way);
        return
        [
            Of(0, SubjectMessages.Write(SampleSubjects.Generate(8).Skip(number).Take(1))),
            Of(1, ItemMessages.Write(SampleDepartments.Market, "与部门系统一致", [SampleItems.All.Where(one => one.ToItem().DepartmentId == SampleDepartments.Market).ElementAt(number % 3).ToItem() with { ChineseTitle = way }], isFull: false)),
            Of(2, "{\n  \"visit\": \"V-1\",\r\n  \"officer\": \"甲 \\u4e59\",  \"results\": [ 1.50 ]\n}"),
        ];

        ExchangeMessage Of(int type, string data) =>
            ExchangeMessage.Of($"https://{way}.example", $"{way}-{type}", Types[type], $"{way}/{type}", null, Instant.FromUtc(2026, 11, 23, 1, 0), data);
    }
}
