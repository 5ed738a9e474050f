package dev.kith.simulate.m365;

/**
 * Where somebody is, as an address and what a table of addresses says of it.
 *
 * @param address IPv4 or IPv6
 * @param country two letters
 */
public record Place(String address, String country, String city, double latitude, double longitude) {}
