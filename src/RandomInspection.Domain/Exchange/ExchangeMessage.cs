using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.Exchange;

/// <summary>交换消息：what leaves to or arrives from another system, by whichever of the four ways: a CloudEvents 1.0 envelope around a payload.</summary>
/// <remarks>
/// Whoever sends it again sends the same <see cref="Source"/>, <see cref="Id"/> and bytes of <see cref="Data"/>; whoever receives it knows it by the first two.
/// Source: CloudEvents 1.0 §3, its JSON format and its extension “sequence”; 沈政办发〔2020〕19号 三(一).
/// </remarks>
public sealed record ExchangeMessage
{
    /// <summary>Most bytes of a message: 1 MiB, envelope included.</summary>
    public const int MaximumBytes = 1 << 20;

    /// <summary>Most characters of source, id, type and subject.</summary>
    public const int MaximumNameLength = 200;

    private const int MaximumDepth = 16;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = MaximumDepth };

    private ExchangeMessage(string source, string id, string type, string subject, long? sequence, Instant time, string data)
    {
        Source = source;
        Id = id;
        Type = type;
        Subject = subject;
        Sequence = sequence;
        Time = time;
        Data = data;
        Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(data)));
    }

    /// <summary>Whose message it is: a URI reference, 1 to 200 visible ASCII characters.</summary>
    public string Source { get; }

    /// <summary>What it is called among the messages of its source, 1 to 200 visible ASCII characters; the same however often it is sent.</summary>
    public string Id { get; }

    /// <summary>What it says, one of <see cref="ExchangeTypes"/> as a rule.</summary>
    public string Type { get; }

    /// <summary>What it is about: a plan, a draw, a visit, a directory; 1 to 200 visible ASCII characters.</summary>
    public string Subject { get; }

    /// <summary>Its place among the messages of its source about this subject, from 1 without gaps; <see langword="null"/> where the source keeps no order.</summary>
    public long? Sequence { get; }

    /// <summary>When what it says happened.</summary>
    public Instant Time { get; }

    /// <summary>The payload: JSON, exactly as hashed.</summary>
    public string Data { get; }

    /// <summary>SHA-256 of the payload's UTF-8, 64 lower-case hex characters.</summary>
    public string Digest { get; }

    /// <summary>A message.</summary>
    /// <param name="source">Whose.</param>
    /// <param name="id">What it is called.</param>
    /// <param name="type">What it says.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="sequence">Its place among those about this subject, from 1, or <see langword="null"/>.</param>
    /// <param name="time">When it happened.</param>
    /// <param name="data">JSON.</param>
    /// <exception cref="InputRefusedException">A name breaks its rule (RI9151), or the payload is no JSON (RI9150).</exception>
    public static ExchangeMessage Of(string source, string id, string type, string subject, long? sequence, Instant time, string data)
    {
        ArgumentNullException.ThrowIfNull(data);
        foreach ((string name, string value) in ((string, string)[])[("source", source), ("id", id), ("type", type), ("subject", subject)])
        {
            if (value is not { Length: >= 1 and <= MaximumNameLength } || value.AsSpan().IndexOfAnyExceptInRange('!', '~') >= 0)
            {
                throw ExchangeRefusals.NameMalformed.Refuse(("member", name), ("value", ShownText.Of(value ?? "")), ("most", MaximumNameLength));
            }
        }

        if (sequence is < 1)
        {
            throw ExchangeRefusals.NameMalformed.Refuse(("member", "sequence"), ("value", sequence), ("most", MaximumNameLength));
        }

        RequireJson(data);
        return new ExchangeMessage(source, id, type, subject, sequence, time, data);
    }

    /// <summary>The message of an envelope.</summary>
    /// <param name="envelope">CloudEvents 1.0 as JSON in UTF-8, structured mode. Members that are not known are passed over, as that standard asks.</param>
    /// <exception cref="InputRefusedException">It is too large or no such envelope (RI9150), a name breaks its rule (RI9151), or the payload is not what the envelope says (RI9152).</exception>
    public static ExchangeMessage Parse(ReadOnlyMemory<byte> envelope)
    {
        if (envelope.Length > MaximumBytes)
        {
            throw ExchangeRefusals.NoMessage.Refuse(("fault", $"{envelope.Length} bytes > {MaximumBytes}"));
        }

        try
        {
            using JsonDocument json = JsonDocument.Parse(envelope, Strict);
            JsonElement root = json.RootElement;
            if (Text(root, "specversion") != "1.0")
            {
                throw ExchangeRefusals.NoMessage.Refuse(("fault", "specversion"));
            }

            ParseResult<Instant> time = InstantPattern.ExtendedIso.Parse(Text(root, "time"));
            string data = root.TryGetProperty("data_base64", out JsonElement bytes)
                ? StrictUtf8.GetString(bytes.GetBytesFromBase64())
                : root.GetProperty("data").GetRawText();
            ExchangeMessage message = Of(
                Text(root, "source"), Text(root, "id"), Text(root, "type"), Text(root, "subject"), SequenceOf(root), time.Success ? time.Value : throw ExchangeRefusals.NoMessage.Refuse(("fault", "time")), data);
            if (!message.IsLine && message.ToBytes().Length > MaximumBytes)
            {
                throw ExchangeRefusals.NoMessage.Refuse(("fault", $"line breaks: more than {MaximumBytes} bytes in one line"));
            }

            return !root.TryGetProperty("datadigest", out JsonElement digest) || digest.GetString() == message.Digest
                ? message
                : throw ExchangeRefusals.OtherDigest.Refuse(("id", message.Id), ("said", ShownText.Of(digest.GetString() ?? "")), ("actual", message.Digest));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or DecoderFallbackException)
        {
            throw ExchangeRefusals.NoMessage.Refuse(("fault", ShownText.Of(e.Message)));
        }
    }

    /// <summary>The envelope: the same message gives the same bytes, and the payload stands in it as it was hashed.</summary>
    /// <remarks>It is one line: a payload with line breaks of its own stands in it as <c>data_base64</c>.</remarks>
    public byte[] ToBytes()
    {
        byte[] envelope = CanonicalJson.Write(json =>
        {
            json.WriteString("specversion", "1.0");
            json.WriteString("id", Id);
            json.WriteString("source", Source);
            json.WriteString("type", Type);
            json.WriteString("subject", Subject);
            json.WriteString("time", InstantPattern.ExtendedIso.Format(Time));
            json.WriteString("datacontenttype", "application/json");
            if (Sequence is { } place)
            {
                json.WriteString("sequence", place.ToString(CultureInfo.InvariantCulture));
            }

            json.WriteString("datadigest", Digest);
            if (!IsLine)
            {
                json.WriteBase64String("data_base64", Encoding.UTF8.GetBytes(Data));
            }
        });
        return IsLine ? [.. envelope[..^1], .. ",\"data\":"u8, .. Encoding.UTF8.GetBytes(Data), (byte)'}'] : envelope;
    }

    private bool IsLine => Data.AsSpan().IndexOfAny('\r', '\n') < 0;

    private static string Text(JsonElement root, string name) => root.GetProperty(name).GetString() ?? throw new KeyNotFoundException(name);

    private static long? SequenceOf(JsonElement root)
    {
        if (!root.TryGetProperty("sequence", out JsonElement sequence))
        {
            return null;
        }

        // The extension has a string; whoever writes a number is understood.
        return sequence.ValueKind == JsonValueKind.Number
            ? sequence.GetInt64()
            : long.Parse(sequence.GetString()!, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static void RequireJson(string data)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(data, Strict);
        }
        catch (JsonException e)
        {
            throw ExchangeRefusals.NoMessage.Refuse(("fault", ShownText.Of(e.Message)));
        }
    }
}
