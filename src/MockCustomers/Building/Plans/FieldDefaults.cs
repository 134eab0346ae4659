using MockCustomers.Contracts;

namespace MockCustomers.Building.Plans;

/// <summary>Which fact suits a field that the manifest says nothing about: by the spec's format, else by the field's name.</summary>
internal static class FieldDefaults
{
    private static readonly Dictionary<string, string> ByName = new()
    {
        ["firstname"] = "firstName",
        ["givenname"] = "firstName",
        ["middlename"] = "middleName",
        ["lastname"] = "lastName",
        ["surname"] = "lastName",
        ["familyname"] = "lastName",
        ["name"] = "name",
        ["fullname"] = "name",
        ["displayname"] = "name",
        ["companyname"] = "companyName",
        ["businessname"] = "companyName",
        ["email"] = "email",
        ["emailaddress"] = "email",
        ["phone"] = "phone",
        ["phonenumber"] = "phone",
        ["mobile"] = "phone",
        ["title"] = "title",
        ["gender"] = "gender",
        ["birthdate"] = "birthDate",
        ["dateofbirth"] = "birthDate",
        ["city"] = "city",
        ["state"] = "stateName",
        ["province"] = "stateName",
        ["country"] = "countryCode",
        ["countrycode"] = "countryCode",
        ["nationality"] = "countryCode",
        ["postalcode"] = "postalCode",
        ["postcode"] = "postalCode",
        ["zip"] = "postalCode",
        ["zipcode"] = "postalCode",
        ["street"] = "streetLine",
        ["addressline1"] = "streetLine",
        ["addressline2"] = "streetLine2",
        ["line1"] = "streetLine",
        ["line2"] = "streetLine2",
        ["createdat"] = "createdAt",
        ["created"] = "createdAt",
        ["updatedat"] = "updatedAt",
        ["updated"] = "updatedAt",
        ["currency"] = "currency",
        ["website"] = "url",
        ["url"] = "url",
    };

    /// <summary>The fact's name; null when nothing suits.</summary>
    public static string? FactFor(string field, Schema? schema)
    {
        var plain = field.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        if (ByName.TryGetValue(plain, out var fact)) return fact;
        return schema?.Format switch
        {
            "email" => "email",
            "date-time" => "createdAt",
            "date" => "birthDate",
            "uri" => "url",
            _ => null,
        };
    }
}
