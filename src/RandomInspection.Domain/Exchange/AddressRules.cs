using RandomInspection.Directories;

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

/// <summary>What addresses are let through.</summary>
public static class Addresses
{
    /// <summary>Refuses what is no address to send to.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="address">Any text.</param>
    /// <returns>The address.</returns>
    /// <exception cref="InputRefusedException">It is none (RI9161).</exception>
    public static Uri Require(this AddressRules rules, string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.Length > 500 || !Uri.TryCreate(address, UriKind.Absolute, out Uri? uri))
        {
            throw Refused(address, "不是绝对地址", "it is no absolute address");
        }

        if (uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
        {
            throw Refused(address, "含有用户名、密码或片段", "it has a user name, a password or a fragment");
        }

        bool isSafe = uri.Scheme == Uri.UriSchemeHttps || (rules == AddressRules.HttpsOrLoopback && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback);
        return isSafe ? uri : throw Refused(address, "不是 https", "it is not https");
    }

    private static InputRefusedException Refused(string address, string chinese, string english) =>
        ExchangeRefusals.AddressRefused.Refuse(("address", ShownText.Of(address)), ("faultZh", chinese), ("faultEn", english));
}
