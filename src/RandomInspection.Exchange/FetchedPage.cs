using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using RandomInspection.Directories;

namespace RandomInspection.Exchange;

/// <summary>A page that a partner answered when it was asked for messages: <c>{"next": "…", "messages": […]}</c>.</summary>
/// <param name="Next">After what it is asked the next time.</param>
/// <param name="Messages">The messages.</param>
/// <param name="Unreadable">What is among them and is no message, with the reason; no more of it than a message may have.</param>
internal sealed record FetchedPage(string Next, ImmutableArray<ExchangeMessage> Messages, ImmutableArray<(string Text, Refusal Reason)> Unreadable)
{
    private const int MostMessages = 10_000;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>How many there are, readable or not.</summary>
    public int Count => Messages.Length + Unreadable.Length;

    /// <summary>The page of an answer.</summary>
    /// <param name="answer">JSON in UTF-8.</param>
    /// <param name="cursor">After what it was asked.</param>
    /// <exception cref="InputRefusedException">It is no page, or one that does not get on (RI9172).</exception>
    public static FetchedPage Parse(ReadOnlyMemory<byte> answer, string cursor)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(answer, Strict);
            string next = json.RootElement.GetProperty("next").GetString() ?? throw new KeyNotFoundException("next");
            JsonElement messages = json.RootElement.GetProperty("messages");
            string? fault = next.Length > ExchangeMessage.MaximumNameLength || next.AsSpan().IndexOfAnyExceptInRange('!', '~') >= 0 ? "next"
                : messages.GetArrayLength() > MostMessages ? $"{messages.GetArrayLength()} messages > {MostMessages}"
                : messages.GetArrayLength() > 0 && next == cursor ? "next stays where it was"
                : null;
            return fault is null ? Of(next, messages) : throw Malformed(fault);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw Malformed(ShownText.Of(e.Message));
        }
    }

    private static FetchedPage Of(string next, JsonElement messages)
    {
        ImmutableArray<ExchangeMessage>.Builder read = ImmutableArray.CreateBuilder<ExchangeMessage>();
        ImmutableArray<(string, Refusal)>.Builder unreadable = ImmutableArray.CreateBuilder<(string, Refusal)>();
        foreach (JsonElement one in messages.EnumerateArray())
        {
            string text = one.GetRawText();
            try
            {
                read.Add(ExchangeMessage.Parse(Encoding.UTF8.GetBytes(text)));
            }
            catch (InputRefusedException refused)
            {
                unreadable.Add((text[..Math.Min(text.Length, ExchangeMessage.MaximumBytes)], refused.Refusal));
            }
        }

        return new FetchedPage(next, read.ToImmutable(), unreadable.ToImmutable());
    }

    private static InputRefusedException Malformed(string fault) => ExchangeRefusals.PageMalformed.Refuse(("fault", fault));
}
