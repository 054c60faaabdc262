using System.Net;
using System.Text.Json;
using RandomInspection.Ledger;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Api;

/// <summary>Files of a directory as a program sends them: kept by their content, refused where they are none, and no longer than the limit, although nobody said how long they are.</summary>
/// <remarks>What is allocated is counted for the whole process: nothing else runs meanwhile.</remarks>
[CollectionDefinition(nameof(SentFileTests), DisableParallelization = true)]
[Collection(nameof(SentFileTests))]
public sealed class SentFileTests
{
    private const long Limit = 200L << 20;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_ThatIsATable_KeptByItsContent()
    {
        await using ApiHost host = await ApiHost.StartAsync(MemoryHost.Morning);
        byte[] table = "名称,区域\n甲店,沈河区\n"u8.ToArray();
        (HttpStatusCode status, JsonElement kept) = await SendAsync(host, new MemoryStream(table));
        Assert.Equal((HttpStatusCode.OK, table.Length), (status, kept.GetProperty("size").GetInt32()));
        Assert.Equal(table, await host.Get<IEvidenceStore>().GetAsync(kept.GetProperty("digest").GetString()!, Cancellation));
        Assert.Equal(kept.GetRawText(), (await SendAsync(host, new MemoryStream(table))).Body.GetRawText());
    }

    [Theory]
    [InlineData("", "RI7002")]
    [InlineData("PK\u0003\u0004workbook", "RI5003")]
    public async Task File_ThatIsNoTable_RefusedAndNotKept(string content, string code)
    {
        await using ApiHost host = await ApiHost.StartAsync(MemoryHost.Morning);
        (HttpStatusCode status, JsonElement problem) = await SendAsync(host, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (status, problem.GetProperty("code").GetString()));
        Assert.Equal(0, await host.Get<IEvidenceStore>().RemoveKeptForNowAsync(MemoryHost.Morning + NodaTime.Duration.FromDays(1), Cancellation));
    }

    [Fact]
    public async Task File_OfNinetySixMiB_KeptWithAPartOfItInMemory()
    {
        const int Size = 96 << 20;
        await using ApiHost host = await ApiHost.StartAsync(MemoryHost.Morning);
        await SendAsync(host, new Letters(1000, "名称,区域\n"u8.ToArray()));
        long before = GC.GetTotalAllocatedBytes(precise: true);
        (HttpStatusCode status, JsonElement kept) = await SendAsync(host, new Letters(Size, "名称,区域\n"u8.ToArray()));
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.Equal((HttpStatusCode.OK, Size), (status, kept.GetProperty("size").GetInt32()));
        Assert.InRange(allocated, 0, Size / 3);
        Assert.Equal(2, await host.Get<IEvidenceStore>().RemoveKeptForNowAsync(MemoryHost.Morning + NodaTime.Duration.FromDays(1), Cancellation));
    }

    [Fact]
    public async Task File_LongerThanTheLimitInChunks_Refused()
    {
        await using ApiHost host = await ApiHost.StartAsync(MemoryHost.Morning);
        (HttpStatusCode status, JsonElement problem) = await SendAsync(host, new Letters(Limit + 1));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "RI9058"), (status, problem.GetProperty("code").GetString()));
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(ApiHost host, Stream content)
    {
        using HttpClient keeper = host.Caller("ku");
        using StreamContent sent = new(content);
        sent.Headers.ContentType = new("application/octet-stream");
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/files?name=a.csv") { Content = sent };
        request.Headers.TransferEncodingChunked = true;
        using HttpResponseMessage answer = await keeper.SendAsync(request, Cancellation);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement);
    }

    /// <summary>As many letters as it is asked for, after some that are given, none of them kept; a line ends after each hundred.</summary>
    private sealed class Letters(long length, byte[]? first = null) : Stream
    {
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int given = (int)Math.Min(length - _at, count);
            for (int i = 0; i < given; i++)
            {
                long at = _at + i;
                buffer[offset + i] = at < first?.Length ? first[at] : first is not null && at % 100 == 99 ? (byte)'\n' : (byte)'a';
            }

            _at += given;
            return given;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
