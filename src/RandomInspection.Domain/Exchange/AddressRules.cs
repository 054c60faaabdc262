namespace RandomInspection.Exchange;

/// <summary>接收地址规则：where messages may be sent at all; of these only what is approved for a partner is used.</summary>
/// <remarks>Redirections are not followed by whoever sends, so that an approved address stays the one that is reached.</remarks>
public enum AddressRules
{
    /// <summary>仅 https。</summary>
    HttpsOnly = 0,

    /// <summary>https，以及本机的 http：https, and http on the machine itself, for trying out and for a gateway that stands beside the host.</summary>
    HttpsOrLoopback = 1,
}
