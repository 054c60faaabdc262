using System.Collections.Immutable;

namespace RandomInspection.Disclosure;

/// <summary>Where a host publishes: the channels that are named, and those of them that are connected.</summary>
/// <remarks>A channel that is named and not connected is published in by hand: the publisher states it, and there is no receipt.</remarks>
public sealed class DisclosureChannels
{
    private readonly ImmutableDictionary<string, IDisclosureChannel> _connected;

    /// <summary>The channels of a host.</summary>
    /// <param name="named">The channels by name, ids distinct.</param>
    /// <param name="connected">Those that take items; one that is not among the named is added to them. Of two of one id the last counts.</param>
    public DisclosureChannels(IEnumerable<DisclosureChannel> named, IEnumerable<IDisclosureChannel> connected)
    {
        ArgumentNullException.ThrowIfNull(named);
        ArgumentNullException.ThrowIfNull(connected);
        ImmutableDictionary<string, IDisclosureChannel>.Builder byId = ImmutableDictionary.CreateBuilder<string, IDisclosureChannel>(StringComparer.Ordinal);
        foreach (IDisclosureChannel channel in connected)
        {
            byId[channel.Channel.Id] = channel;
        }

        _connected = byId.ToImmutable();
        ImmutableArray<DisclosureChannel> all = [.. named];
        All = [.. all, .. _connected.Values.Select(c => c.Channel).Where(c => all.All(known => known.Id != c.Id)).OrderBy(c => c.Id, StringComparer.Ordinal)];
    }

    /// <summary>The host's own public pages (本机关公示平台).</summary>
    public static DisclosureChannel Portal { get; } = new("portal", "本机关“双随机、一公开”公示平台", "The authority's own portal");

    /// <summary>国家企业信用信息公示系统（辽宁）。</summary>
    public static DisclosureChannel EnterpriseCredit { get; } = new(
        "gsxt-liaoning", "国家企业信用信息公示系统（辽宁）", "National Enterprise Credit Information Publicity System (Liaoning)");

    /// <summary>信用中国（辽宁沈阳）。</summary>
    public static DisclosureChannel CreditShenyang { get; } = new("credit-shenyang", "信用中国（辽宁沈阳）", "Credit China (Shenyang, Liaoning)");

    /// <summary>国家“互联网+监管”系统。</summary>
    public static DisclosureChannel InternetSupervision { get; } = new(
        "internet-supervision", "国家“互联网+监管”系统", "National Internet Plus Supervision System");

    /// <summary>The channels of Shenyang's notice, and the host's own portal.</summary>
    /// <remarks>Source: 沈政办发〔2020〕19号 三(八).</remarks>
    public static ImmutableArray<DisclosureChannel> Shenyang { get; } = [Portal, EnterpriseCredit, CreditShenyang, InternetSupervision];

    /// <summary>All of them, the named first.</summary>
    public ImmutableArray<DisclosureChannel> All { get; }

    /// <summary>The channel of an id; <see langword="null"/> if there is none.</summary>
    /// <param name="id">The id.</param>
    public DisclosureChannel? Find(string id) => All.FirstOrDefault(channel => channel.Id == id);

    /// <summary>What takes items of a channel; <see langword="null"/> if it is published in by hand.</summary>
    /// <param name="id">The channel's id.</param>
    public IDisclosureChannel? Connected(string id) => _connected.GetValueOrDefault(id);
}
