using FsCheck.Xunit;
using MockCustomers.Customers;
using MockCustomers.Fakes;
using MockCustomers.Fakes.Facts;

namespace MockCustomers.Tests.Fakes;

public sealed class FakeEmailTests
{
    [Fact]
    public void The_customers_number_comes_back_from_every_email()
    {
        foreach (var customer in SamplePopulation.Customers())
            FakeEmail.CustomerNumberOf(customer.Text("email")).ShouldBe(customer.Number);
    }

    [Theory]
    [InlineData("Łucja", "Großmann", "lucja.grossmann.5@example.com")]
    [InlineData("Søren", "Ærø", "soren.aero.5@example.com")]
    [InlineData("Ọlá", "Ẹniọlá", "ola.eniola.5@example.com")]
    [InlineData("Jeanne d’Arc", "de la Cruz", "jeannedarc.delacruz.5@example.com")]
    [InlineData("-Ann--Marie-", "'", "ann-marie.5@example.com")]
    [InlineData("آدم", "عاشور", "customer.5@example.com")]
    [InlineData("Wolfeschlegelsteinhausen-Bergerdorff", "A", "wolfeschlegelsteinhausen.a.5@example.com")]
    public void A_name_is_folded_to_letters_that_every_mail_server_takes(string first, string last, string email) =>
        FakeEmail.OfPerson(first, last, 5, 0).ShouldBe(email);

    [Theory]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("ann.smith@example.com")]
    [InlineData("ann.smith.05@example.com")]
    [InlineData("ann.smith.-5@example.com")]
    [InlineData("ann.smith.99999999999999999999@example.com")]
    [InlineData("ann.smith.5")]
    public void An_address_without_a_number_has_none(string email) => FakeEmail.CustomerNumberOf(email).ShouldBeNull();

    [Property]
    public bool Any_name_of_any_customer_makes_a_sound_address(string? first, string? last, ulong bits)
    {
        var number = (long)(bits % Population.Largest);
        var emails = new[]
        {
            FakeEmail.OfPerson(first ?? "", last ?? "", number, bits), FakeEmail.OfCompany("accounts", number, first ?? "", last ?? ""),
        };
        return emails.All(email =>
            FakeEmail.CustomerNumberOf(email) == number
            && email.IndexOf('@', StringComparison.Ordinal) is > 0 and <= 64
            && email.Length <= 254
            && email.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.' or '@')
            && !email.Contains("..", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_letter_of_latin_scripts_folds_into_letters()
    {
        Span<char> into = stackalloc char[8];
        for (var c = '\u00C0'; c < '\u0180'; c++)
            if (char.IsLetter(c)) Ascii.Fold([c], into, '-').ShouldBeGreaterThan(0, $"U+{(int)c:X4}");
    }
}
