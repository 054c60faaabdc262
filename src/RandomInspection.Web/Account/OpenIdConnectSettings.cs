namespace RandomInspection.Web.Account;

/// <summary>Where people prove who they are: an OpenID Connect provider, for example the city's unified sign-in (统一身份认证).</summary>
/// <remarks>Read from configuration; see <see cref="OpenIdConnectSignIn.AddOpenIdConnectSignIn"/>.</remarks>
public sealed class OpenIdConnectSettings
{
    /// <summary>The provider's address, whose <c>.well-known/openid-configuration</c> is read. Always <c>https</c>, but for one on this machine.</summary>
    public Uri? Authority { get; set; }

    /// <summary>What the provider calls this host.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The secret that was agreed with the provider; empty for a public client, which proves itself by PKCE alone.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>The claim that carries a person's id as <see cref="IStaff.FindPerson"/> knows it.</summary>
    public string PersonClaim { get; set; } = "sub";

    /// <summary>What is asked for beside <c>openid</c>, divided by blanks; only if <see cref="PersonClaim"/> needs it.</summary>
    public string Scope { get; set; } = "";

    internal string? Fault()
    {
        if (Authority is not { IsAbsoluteUri: true } authority || (authority.Scheme != Uri.UriSchemeHttps && !(authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback)))
        {
            return $"{nameof(Authority)}: an https address is needed (http only on this machine), but it is \"{Authority}\".";
        }

        return ClientId.Length == 0 ? $"{nameof(ClientId)}: the name by which the provider knows this host is needed."
            : PersonClaim.Length == 0 ? $"{nameof(PersonClaim)}: the claim that carries a person's id is needed, for example \"sub\"."
            : null;
    }
}
