using System.Collections.Immutable;

namespace RandomInspection.Exchange;

/// <summary>交换方：another system as the host has agreed with it: who answers for it here, what it may send, where messages go, with which keys.</summary>
/// <param name="Id">A stable id, 1 to 40 characters of a–z, 0–9 and hyphens.</param>
/// <param name="ChineseName">What it is called in Chinese.</param>
/// <param name="EnglishName">What it is called in English.</param>
/// <param name="AgentId">经办人：the person on whose behalf is done what its messages say: with the roles and the department of that person, no others.</param>
/// <remarks>The arrays compare by reference.</remarks>
public sealed record ExchangePartner(string Id, string ChineseName, string EnglishName, string AgentId)
{
    /// <summary>The types of the messages that are taken from it; none by default.</summary>
    public ImmutableArray<string> Takes { get; init; } = [];

    /// <summary>The types of what came in from others that goes on to it unchanged; none by default.</summary>
    public ImmutableArray<string> Gets { get; init; } = [];

    /// <summary>How its own tables and words are read; its codes of results are published with the code list.</summary>
    public ImmutableArray<PartnerMapping> Mappings { get; init; } = [];

    /// <summary>The addresses that are approved; none by default.</summary>
    public ImmutableArray<Uri> Addresses { get; init; } = [];

    /// <summary>Where publications are sent, one of <see cref="Addresses"/>; <see langword="null"/> where nothing is sent: it fetches, or has files.</summary>
    public Uri? SendTo { get; init; }

    /// <summary>Where what it has for the host is fetched, one of <see cref="Addresses"/>; <see langword="null"/> where nothing is: it sends, or has files.</summary>
    public Uri? FetchFrom { get; init; }

    /// <summary>The secrets with which messages to it are signed, the newest first; while a secret is changed, both.</summary>
    public ImmutableArray<WebhookKey.Secret> Secrets { get; init; } = [];

    /// <summary>The keys by which its messages are known, the newest first; while a key is changed, both.</summary>
    public ImmutableArray<WebhookKey> Keys { get; init; } = [];

    /// <summary>Whether a text can be a partner's id.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsId(string? text) => text is { Length: >= 1 and <= 40 } && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
