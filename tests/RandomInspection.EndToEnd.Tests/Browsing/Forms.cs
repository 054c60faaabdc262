namespace RandomInspection.Tests.Browsing;

/// <summary>Forms that a page does not offer.</summary>
internal static class Forms
{
    /// <summary>Sends one all the same, with the page's own antiforgery token: as from an old page, or by somebody clever.</summary>
    public static void Send(Browser somebody, string name)
    {
        somebody.Driver.ExecuteScript(
            """
            const form = document.createElement('form');
            form.method = 'post';
            form.append(document.querySelector('[name=__RequestVerificationToken]').cloneNode());
            const handler = document.createElement('input');
            handler.name = '_handler';
            handler.value = arguments[0];
            form.append(handler);
            document.body.append(form);
            document.documentElement.dataset.left = '';
            form.submit();
            """,
            name);
        somebody.UntilArrived();
    }
}
