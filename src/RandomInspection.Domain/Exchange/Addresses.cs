using RandomInspection.Directories;

namespace RandomInspection.Exchange;

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
