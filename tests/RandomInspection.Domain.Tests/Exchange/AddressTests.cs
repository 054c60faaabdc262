using RandomInspection.Exchange;

namespace RandomInspection.Tests.Exchange;

/// <summary>Where messages may be sent at all.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("https://province.example/exchange/in", true, true)]
    [InlineData("http://127.0.0.1:5000/in", false, true)]
    [InlineData("http://[::1]:5000/in", false, true)]
    [InlineData("http://localhost/in", false, true)]
    [InlineData("http://province.example/in", false, false)]
    [InlineData("http://169.254.169.254/latest/meta-data", false, false)]
    [InlineData("https://user:pass@province.example/in", false, false)]
    [InlineData("https://province.example/in#there", false, false)]
    [InlineData("file:///etc/passwd", false, false)]
    [InlineData("ftp://province.example", false, false)]
    [InlineData("/in", false, false)]
    [InlineData("", false, false)]
    public void Require_Address_AsTheRulesSay(string address, bool https, bool loopback)
    {
        foreach ((AddressRules rules, bool isFine) in ((AddressRules, bool)[])[(AddressRules.HttpsOnly, https), (AddressRules.HttpsOrLoopback, loopback)])
        {
            if (isFine)
            {
                Assert.Equal(new Uri(address), rules.Require(address));
            }
            else
            {
                RefusalAssert.Contains("RI9161", () => rules.Require(address));
            }
        }
    }
}
